import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { installDebianPackages, isDebianRoot } from "./chromium.ts";

/** Where Debian keeps Go's libraries for programs without modules. */
const LIBRARIES = "/usr/share/gocode";

/** Builds the Go program in `folder` into `file`. Installs Go where root on Debian can; throws a sentence to act on elsewhere. */
export function buildGo(folder: string, file: string): void {
  if (!existsSync(`${LIBRARIES}/src/golang.org/x/mod`) || !existsSync("/usr/bin/go")) {
    if (!isDebianRoot())
      throw new Error(
        "This test needs Go and golang.org/x/mod: apt-get install golang-go golang-golang-x-mod-dev.",
      );
    installDebianPackages(["golang-go", "golang-golang-x-mod-dev"]);
  }
  const env = {
    ...process.env,
    GO111MODULE: "off",
    GOPATH: LIBRARIES,
    GOCACHE: "/tmp/go-build",
    GOFLAGS: "",
  };
  execFileSync("/usr/bin/go", ["build", "-o", file, "."], { cwd: folder, stdio: "inherit", env });
}
