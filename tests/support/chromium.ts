import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Where Chromium is: CHROMIUM_PATH, Debian's, or Playwright's own; nothing when there is none. */
export function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path));
}

/** As `findChromium`, but installs one when there is none. Throws a sentence to act on when that fails too. */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  try {
    if (isDebianRoot()) installDebianPackages(["chromium", "fonts-noto-cjk", "poppler-utils"]);
    else execFileSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  } catch (error) {
    throw new Error(
      "The browser tests need Chromium, and installing one failed. " +
        "Install it yourself and say where it is, for example CHROMIUM_PATH=/usr/bin/chromium.",
      { cause: error },
    );
  }
  return findChromium() ?? chromium.executablePath();
}

/** Chinese fonts and a PDF reader, which labels and their tests need; only root on Debian can add them unasked. */
export function installMissingTools() {
  if (!isDebianRoot()) return;
  const missing = [
    ...(existsSync("/usr/bin/pdftoppm") ? [] : ["poppler-utils"]),
    ...(existsSync("/usr/share/fonts/opentype/noto") ? [] : ["fonts-noto-cjk"]),
  ];
  if (missing.length > 0) installDebianPackages(missing);
}

export function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

export function installDebianPackages(packages: string[]) {
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  execFileSync("apt-get", ["update", "-qq"], options);
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
}
