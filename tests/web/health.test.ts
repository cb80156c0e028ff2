import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { testAppUrl } from "#tests/support/database.ts";
import { freePort } from "#tests/support/free-port.ts";
import { startTestServer } from "#tests/support/server.ts";

async function startWith(environment: { DATABASE_URL: string }) {
  const server = await startTestServer(environment);
  onTestFinished(() => server.stop());
  return server;
}

test("alive and ready, with every migration in the database", async () => {
  const { url } = await startWith({ DATABASE_URL: testAppUrl() });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: "ready" }]);
});

test("alive but not ready, and still serving, without a database", async () => {
  const { url } = await startWith({
    DATABASE_URL: `postgres://jieli_app:x@127.0.0.1:${await freePort()}/jieli`,
  });
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    { status: "unavailable", reason: "database_unreachable" },
  ]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/context`)).status).toBe(200);
});

test("not ready while migrations are pending", async () => {
  const name = `jieli_test_${inject("runId")}_empty`;
  const cluster = postgres(inject("clusterUrl"), { max: 1, onnotice: () => {} });
  await cluster`create database ${cluster(name)}`;
  onTestFinished(async () => {
    await cluster`drop database ${cluster(name)} with (force)`;
    await cluster.end();
  });
  const { url } = await startWith({ DATABASE_URL: new URL(`/${name}`, inject("appUrl")).href });
  const ready = await fetch(`${url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ reason: "migrations_pending" });
});
