import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const SCRIPT = "app/commands/verify-log.mjs";
const PAGE = "app/web/verify-log.html";
const PLACE = "/* the check */";

export interface VerifyPage {
  /** The command-line verifier, as it stands. */
  script: string;
  /** One page with the verifier's own lines in it, that works from a disk as well. */
  html: string;
  /** Lets its own script and style run, and it read a log anywhere; nothing else. */
  contentSecurityPolicy: string;
}

let made: Promise<VerifyPage> | undefined;

/** The verifier as a page and as a program, below the folder the process was started in. */
export const verifyPage = (): Promise<VerifyPage> => (made ??= make());

async function make(): Promise<VerifyPage> {
  const [script, page] = await Promise.all(
    [SCRIPT, PAGE].map((file) => readFile(join(process.cwd(), file), "utf8")),
  );
  const html = page!.replace(PLACE, () => checkIn(script!));
  return { script: script!, html, contentSecurityPolicy: policyOf(html) };
}

/** What stands between the two marks of the program. */
function checkIn(script: string): string {
  const [, check] = /\n\/\/ ── the check: [^\n]*\n([^]*)\n\/\/ ── end of the check/.exec(script) ?? [];
  if (check === undefined) throw new Error(`${SCRIPT} has lost the marks of its check`);
  return check;
}

const policyOf = (html: string): string =>
  [
    "default-src 'none'",
    `script-src '${hashOf("script", html)}'`,
    `style-src '${hashOf("style", html)}'`,
    "connect-src *",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

function hashOf(element: "script" | "style", html: string): string {
  const [, content = ""] = new RegExp(`<${element}[^>]*>([^]*?)</${element}>`).exec(html) ?? [];
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}
