import { expect, test, vi } from "vitest";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { startJobs } from "#app/jobs/start.ts";
import { makeWorld } from "#tests/support/world.ts";
import { give } from "#tests/domain/reports/story.ts";

const log = { error: (failure: unknown) => void failures.push(failure) };
const failures: unknown[] = [];

test("what is committed is in the summary soon after, without anybody asking for it", async () => {
  const world = await makeWorld();
  const jobs = startJobs(log);
  await vi.waitFor(async () => expect((await publicSummary()).entries).toBe(0));
  await give(world, "12.34");
  await vi.waitFor(async () => expect((await publicSummary()).money.receivedFen).toBe(1234n), {
    timeout: 5000,
  });
  await jobs.stop();
  expect(failures).toEqual([]);
});

test("a job that fails is logged and runs again; stopping waits for the one at work", async () => {
  let runs = 0;
  let ended = false;
  const failing = {
    name: "failing",
    everySeconds: 0.01,
    async run() {
      runs += 1;
      if (runs === 1) throw new Error("no luck");
      await new Promise((resolve) => setTimeout(resolve, 50));
      ended = true;
    },
  };
  const jobs = startJobs(log, [failing]);
  await vi.waitFor(() => expect(runs).toBe(2));
  await jobs.stop();
  expect(ended).toBe(true);
  expect(failures).toMatchObject([{ job: "failing" }]);
  const before = runs;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(runs).toBe(before);
});
