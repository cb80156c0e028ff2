import { refuse } from "../errors.ts";

/**
 * Lets so many pieces of work run at once and so many more wait for their turn; beyond that they are refused as
 * `rate_limited`, since each waits with a whole file in memory.
 */
export function takingTurns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0;
  const queue: (() => void)[] = [];
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < atOnce) running += 1;
    else if (queue.length >= waiting) refuse("rate_limited", { minutes: 1 });
    else await new Promise<void>((resolve) => queue.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits takes over this place, so the count stays as it is.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
