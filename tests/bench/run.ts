import { db } from "#db";
import { verifyLedger } from "#app/domain/ledger/verify.server.ts";
import { type BuiltServer, startBuiltServer, startCluster } from "./cluster.ts";
import { benchConfirm, benchSync } from "./confirm.ts";
import { type Figure, report } from "./figure.ts";
import { benchHome } from "./home.ts";
import { benchImport } from "./import.ts";
import { benchJourney } from "./journey.ts";
import { benchLabels } from "./labels.ts";
import { benchPublic } from "./public.ts";
import { benchLog, watchLag } from "./log.ts";
import { prepareReference, type Reference } from "./pgbench.ts";
import { benchScan } from "./scan.ts";
import { sendDeliveries, setStage, type Stage } from "./seed.ts";
import { benchStock } from "./stock.ts";

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
    const { discrepancies } = await verifyLedger(db);
    console.log(discrepancies.length === 0 ? "ok     the books hold" : discrepancies);
    return met.every(Boolean) && discrepancies.length === 0;
  } finally {
    await cluster.stop();
  }
}

async function* chain(stage: Stage, appUrl: string): AsyncGenerator<Figure> {
  const beside = referenceBeside(await prepareReference(stage, appUrl, 4));
  const single = wanted("confirm") ? await sendDeliveries(stage, 16_000) : [];
  const behind = wanted("log") ? await sendDeliveries(stage, 12_000) : [];
  const kept = wanted("sync") ? await sendDeliveries(stage, 24_000) : [];
  const server = await startBuiltServer();
  try {
    if (wanted("confirm")) {
      await benchConfirm(server.port, single.splice(0, 2000));
      yield await beside(() => benchConfirm(server.port, single));
    }
    if (wanted("log")) yield await watchLag(() => benchConfirm(server.port, behind));
    if (wanted("sync")) yield await beside(() => benchSync(server.port, kept));
    if (wanted("journey")) yield await beside(() => benchJourney(server.port, stage));
    if (wanted("home")) yield* benchHome(server.port);
    if (wanted("public")) yield* benchPublic(server.port, stage);
  } finally {
    await server.stop();
  }
  if (wanted("stock")) yield* benchStock();
  if (wanted("log")) yield* benchLog();
  if (wanted("labels")) yield* benchLabels();
  if (wanted("scan")) yield* freshly(({ port }) => benchScan(port, stage));
  if (wanted("import")) yield* freshly((fresh) => benchImport(fresh, stage));
}

/** With a server of its own, whose memory nothing else has touched. */
async function* freshly(measure: (server: BuiltServer) => AsyncGenerator<Figure>): AsyncGenerator<Figure> {
  const server = await startBuiltServer();
  try {
    yield* measure(server);
  } finally {
    await server.stop();
  }
}

/** Measures between two runs of pgbench and takes their mean, since the machine is not equally quick all the time. */
function referenceBeside(pgbench: Reference) {
  let before: number | undefined;
  return async (measure: () => Promise<Omit<Figure, "reference">>): Promise<Figure> => {
    before ??= await pgbench();
    const measured = await measure();
    const after = await pgbench();
    const figure = (before + after) / 2;
    before = after;
    return { ...measured, reference: { name: "pgbench", figure } };
  };
}

/** `npm run bench -- confirm sync` runs those alone. */
function wanted(name: string): boolean {
  const named = process.argv.slice(2);
  return named.length === 0 || named.includes(name);
}

runAll().then(
  (met) => process.exit(met ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
