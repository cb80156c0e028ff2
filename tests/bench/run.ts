import { db } from "#db";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { startBuiltServer, startCluster } from "./cluster.ts";
import { benchConfirm, benchSync } from "./confirm.ts";
import { type Figure, report } from "./figure.ts";
import { benchHome } from "./home.ts";
import { benchImport } from "./import.ts";
import { benchJourney } from "./journey.ts";
import { prepareReference } from "./pgbench.ts";
import { sendDeliveries, setStage, type Stage } from "./seed.ts";

/**
 * `npm run bench`: the built server on an empty embedded PostgreSQL of its own, every commit durable, with the load on the
 * same machine. Each figure is held against a reference measured in the same run, so the machine falls out of the ratio.
 * Exit code 1 when a goal is missed.
 */
async function runAll(): Promise<boolean> {
  const cluster = await startCluster();
  try {
    const met: boolean[] = [];
    const stage = await setStage();
    for await (const figure of chain(stage, cluster.appUrl)) met.push(report(figure));
    for await (const figure of benchImport()) met.push(report(figure));
    const { discrepancies } = await verifyLedger(db);
    console.log(discrepancies.length === 0 ? "ok     the books hold" : discrepancies);
    return met.every(Boolean) && discrepancies.length === 0;
  } finally {
    await cluster.stop();
  }
}

async function* chain(stage: Stage, appUrl: string): AsyncGenerator<Figure> {
  const reference = await prepareReference(stage, appUrl, 4);
  const single = await sendDeliveries(stage, 16_000);
  const kept = await sendDeliveries(stage, 24_000);
  const server = await startBuiltServer();
  try {
    await benchConfirm(server.port, single.splice(0, 2000));
    let before = await reference();
    const besidePgbench = async () => {
      const after = await reference();
      const mean = (before + after) / 2;
      before = after;
      return { name: "pgbench", figure: mean };
    };
    const confirmed = await benchConfirm(server.port, single);
    yield {
      name: "confirm 3 lines over HTTP, 64 clients",
      figure: confirmed.perSecond,
      unit: "/s",
      reference: await besidePgbench(),
      goal: { atLeast: 0.5 },
      note: `p50 ${confirmed.median.toFixed(0)} ms, p95 ${confirmed.p95.toFixed(0)} ms`,
    };
    const synced = await benchSync(server.port, kept);
    yield {
      name: "offline sync, 50 confirmations a request",
      figure: synced.perSecond,
      unit: "/s",
      reference: await besidePgbench(),
      goal: { atLeast: 2 },
      note: `p50 ${synced.median.toFixed(0)} ms a request`,
    };
    const journeys = await benchJourney(server.port, stage);
    yield {
      name: "create → dispatch → confirm, one client",
      figure: journeys.perSecond,
      unit: "/s",
      reference: await besidePgbench(),
      goal: { atLeast: 0.048 },
    };
    yield await benchHome(server.port);
  } finally {
    await server.stop();
  }
}

runAll().then(
  (met) => process.exit(met ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
