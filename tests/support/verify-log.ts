import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { verifyPage } from "#app/web/verify-page.server.ts";

export interface Outcome {
  code: number;
  said: string;
}

/** What `npm run verify-log` says, and its exit code. */
export async function runVerifyLog(...options: string[]): Promise<Outcome> {
  const command = ["app/commands/verify-log.mjs", ...options];
  try {
    return { code: 0, said: (await promisify(execFile)(process.execPath, command)).stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

type Say = (holds: boolean | undefined, words: string) => void;
interface Check {
  verifyLog(
    read: (path: string) => Promise<Uint8Array>,
    key: string | undefined,
    old: string | undefined,
    say: Say,
  ): Promise<object[]>;
  verifyReport(bytes: Uint8Array, leaves: object[], say: Say): Promise<void>;
  verifyProof(proof: string, key: string, say: Say): Promise<void>;
}

/** The lines that program and page have in common, as the page has them. */
async function loadCheck(): Promise<Check> {
  const { html } = await verifyPage();
  const [, script = ""] = /<script type="module">([^]*?)const form =/.exec(html) ?? [];
  return new Function(`${script}\nreturn { verifyLog, verifyReport, verifyProof };`)() as Check;
}

export interface Asked {
  key?: string;
  old?: string;
  report?: Buffer;
  proof?: string;
}

/** The same check within this process, as the page does it; `code` is what the program's would be. */
export async function checkAsPage(url: string, { key, old, report, proof }: Asked): Promise<Outcome> {
  const check = await loadCheck();
  const outcome = { said: "", code: 0 };
  const say: Say = (holds, words) => {
    outcome.said += `${holds === undefined ? "!" : holds ? "✓" : "✗"} ${words}\n`;
    if (holds === false) outcome.code = 1;
  };
  const read = async (path: string) => new Uint8Array(await (await fetch(`${url}/${path}`)).arrayBuffer());
  if (proof !== undefined) await check.verifyProof(proof, key ?? "", say);
  else {
    const leaves = await check.verifyLog(read, key, old, say);
    if (report) await check.verifyReport(report, leaves, say);
  }
  return outcome;
}
