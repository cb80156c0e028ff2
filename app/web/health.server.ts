import { setTimeout as sleep } from "node:timers/promises";
import { Router } from "express";
import type { Sql } from "postgres";
import type { LogRefusal } from "#app/domain/log/refusal.ts";
import { pendingMigrations } from "../../db/migrate.server.ts";

const DATABASE_LIMIT_MS = 3_000;

/**
 * `/healthz`: 200 while the process runs. `/readyz`: 200 when the database answers and has every migration of this
 * release, otherwise 503 with the reason; a load balancer asks this one. A log that is not signed on stands beside it:
 * the site goes on without.
 */
export function health(
  database: () => Sql,
  logRefusal: () => Promise<LogRefusal | undefined> = async () => undefined,
): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", async (_request, response) => {
    const state = await readiness(database, logRefusal);
    response.set("Cache-Control", "no-store");
    response.status(state.status === "ready" ? 200 : 503).json(state);
  });
  return router;
}

type Readiness =
  | { status: "ready"; log?: { status: "refused"; reason: string } }
  | { status: "unavailable"; reason: "database_unreachable" }
  | { status: "unavailable"; reason: "migrations_pending"; pending: number };

async function readiness(
  database: () => Sql,
  logRefusal: () => Promise<LogRefusal | undefined>,
): Promise<Readiness> {
  try {
    const pending = await Promise.race([pendingMigrations(database()), timeout()]);
    if (pending > 0) return { status: "unavailable", reason: "migrations_pending", pending };
    const refusal = await Promise.race([logRefusal(), timeout()]);
    if (refusal) return { status: "ready", log: { status: "refused", reason: refusal.reason } };
    return { status: "ready" };
  } catch {
    return { status: "unavailable", reason: "database_unreachable" };
  }
}

async function timeout(): Promise<never> {
  await sleep(DATABASE_LIMIT_MS, undefined, { ref: false });
  throw new Error("The database did not answer in time.");
}
