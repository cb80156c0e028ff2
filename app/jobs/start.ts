import type { Logger } from "pino";
import { type Job, timetable } from "./timetable.ts";

/**
 * Runs every job of the timetable at once and then in its time, until `stop`, which waits for what is at work. A job
 * that fails is logged and runs again in its time.
 */
export function startJobs(log: Pick<Logger, "error">, jobs = timetable): { stop(): Promise<void> } {
  let stopped = false;
  const atWork = new Set<Promise<void>>();
  const timers = new Map<Job, NodeJS.Timeout>();

  async function run(job: Job): Promise<void> {
    try {
      await job.run();
    } catch (error) {
      log.error({ err: error, job: job.name }, "a job failed");
    }
    if (!stopped) timers.set(job, setTimeout(() => begin(job), job.everySeconds * 1000).unref());
  }

  function begin(job: Job): void {
    const running = run(job).finally(() => atWork.delete(running));
    atWork.add(running);
  }

  jobs.forEach(begin);
  return {
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(atWork);
    },
  };
}
