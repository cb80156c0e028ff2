import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Figure } from "./figure.ts";
import type { Printed } from "./print-labels.ts";

const LABELS = 1_000;

/** A thousand labels with a thousand codes in one PDF, on each paper, each in a process that has done nothing else. */
export async function* benchLabels(): AsyncGenerator<Figure> {
  for (const paper of ["100x150", "60x40", "3x8"] as const) {
    const { milliseconds, extraMegabytes } = await printed(paper);
    yield {
      name: `PDF of 1,000 labels, ${paper}`,
      figure: milliseconds,
      unit: "ms",
      reference: { name: "limit", figure: 2_000 },
      goal: { atMost: 1 },
      note: `${Math.round((LABELS / milliseconds) * 1_000)} labels/s`,
    };
    yield {
      name: "its memory",
      figure: extraMegabytes,
      unit: "MB",
      reference: { name: "limit", figure: 150 },
      goal: { atMost: 1 },
    };
  }
}

async function printed(paper: string): Promise<Printed> {
  const parameters = ["--import", "tsx", "tests/bench/print-labels.ts", paper, String(LABELS)];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  return JSON.parse(stdout) as Printed;
}
