import { spawn } from "node:child_process";
import { once } from "node:events";

/** `npm run check`: types, lint with import directions, formatting, at the same time; each remembers what it has seen. */
const checks: readonly (readonly string[])[] = [
  ["tsc", "--noEmit"],
  ["eslint", "--cache", "--cache-strategy", "content", "--cache-location", ".cache/eslint", "."],
  [
    "prettier",
    "--check",
    "--cache",
    "--cache-strategy",
    "content",
    "--cache-location",
    ".cache/prettier",
    ".",
  ],
];

/** The whole output of one check, and whether it found nothing. */
async function run(check: readonly string[]): Promise<boolean> {
  const child = spawn("npx", check, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const [code] = await once(child, "close");
  console.log(`> ${check[0]}: ${code === 0 ? "nothing found" : "see below"}`);
  if (code !== 0) console.log(output);
  return code === 0;
}

const found = await Promise.all(checks.map(run));
process.exit(found.every(Boolean) ? 0 : 1);
