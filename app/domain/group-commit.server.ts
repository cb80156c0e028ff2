/**
 * Group commit: what arrives while a batch is in flight waits and goes with the next one, so that one durable commit
 * answers many callers. Each is answered after *its* commit, with its own result.
 *
 * @param work answers one result for each call, in order
 * @param limits at most `largest` calls in a batch and `inFlight` batches at once
 */
export function groupCommit<Call, Result>(
  work: (calls: readonly Call[]) => Promise<readonly Result[]>,
  limits: { largest: number; inFlight: number },
): (call: Call) => Promise<Result> {
  interface Waiting {
    call: Call;
    resolve: (result: Result) => void;
    reject: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let inFlight = 0;

  async function run(): Promise<void> {
    inFlight += 1;
    const batch = waiting.splice(0, limits.largest);
    try {
      const results = await work(batch.map(({ call }) => call));
      batch.forEach(({ resolve }, i) => resolve(results[i]!));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    } finally {
      inFlight -= 1;
      if (waiting.length > 0) void run();
    }
  }

  return (call) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ call, resolve, reject });
      // A turn of the event loop gathers what arrived together.
      if (inFlight < limits.inFlight)
        setImmediate(() => waiting.length > 0 && inFlight < limits.inFlight && void run());
    });
}
