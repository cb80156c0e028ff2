import type { Progress } from "./make.server.ts";

/** How many lines each running request has written; in this process, where the request runs. */
const running = new Map<string, number>();

/** Runs long work and lets others ask how far it has come, by the id of its request. */
export async function withProgress<Result>(
  requestId: string,
  work: (tell: Progress) => Promise<Result>,
): Promise<Result> {
  running.set(requestId, 0);
  try {
    return await work((lines) => running.set(requestId, lines));
  } finally {
    running.delete(requestId);
  }
}

/** Lines written so far; null when no such request runs here. */
export const progressOf = (requestId: string): number | null => running.get(requestId) ?? null;
