import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import { pino } from "pino";
import sharp from "sharp";
import { uuidv7 } from "uuidv7";
import { client } from "#db";
import { startDatabase } from "#app/database.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { freePort } from "../support/free-port.ts";
import { makeWorld, stockMasks } from "../support/world.ts";

export interface Door {
  id: string;
  code: string;
  pin: string;
}

/** The database of the server that the browser tests have started; other processes may join in. */
export const dataDir = resolve(process.env.E2E_DATA_DIR ?? `.data/e2e-${process.env.E2E_HALF ?? "all"}`);

/** The books behind the doors: deliveries on the road for them, and what became of each. */
export async function openBooks() {
  process.env.DATA_DIR = dataDir;
  const database = await startDatabase(pino({ level: "silent" }));
  const world = await makeWorld();
  await stockMasks(world, { quantity: "50000", value: "1234.56" });
  const onTheRoad = async (lines: string[]): Promise<Door> => {
    const input = CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId: world.site.id,
      boxes: "3",
      lines: lines.map((quantity) => ({ itemId: world.mask.id, quantity, packName: "箱", packSize: "20" })),
    });
    const { id, code } = await createDelivery(world.actors.warehouse_keeper, uuidv7(), input);
    const { pin } = await dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId: id });
    return { id, code, pin };
  };
  return {
    close: database.close,
    onTheRoad,
    /** Of each delivery: its receipts, photos, cases and entries. */
    async becameOf(doors: readonly Door[]) {
      return client<Became[]>`
        select d.id, d.status, d.receiver_name as "signedBy",
               (select json_agg(json_build_object('good', l.good, 'short', l.short, 'damaged', l.damaged,
                                                  'extra', l.extra, 'reason', l.reason) order by l.n)
                from delivery_lines l where l.delivery_id = d.id) as lines,
               (select count(*)::int from receipts r where r.delivery_id = d.id) as receipts,
               (select count(*)::int from entries e where e.document_id = d.id and e.kind = 'delivery.confirm') as entries,
               (select count(*)::int from photos p join receipts r on r.id = p.subject_id
                where r.delivery_id = d.id) as photos,
               (select coalesce(json_agg(json_build_object('kind', c.kind, 'report', c.report) order by c.id), '[]')
                from cases c where c.delivery_id = d.id) as cases
        from deliveries d where d.id in ${client(doors.map(({ id }) => id))} order by d.number`;
    },
  };
}

export type Books = Awaited<ReturnType<typeof openBooks>>;

interface Counted {
  good: number;
  short: number;
  damaged: number;
  extra: number;
  reason: string | null;
}

interface Became {
  id: string;
  status: string;
  signedBy: string | null;
  lines: Counted[];
  receipts: number;
  entries: number;
  photos: number;
  cases: { kind: string; report: { first: Report; second: Report } | null }[];
}

interface Report {
  by: string;
  lines: { good: string; short: string }[];
}

/** A server of this story alone on the same database, which can be killed and started again. */
export async function ownServer() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(process.execPath, ["build/server/index.js"], {
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(port),
        HOST: "127.0.0.1",
        DATA_DIR: dataDir,
        LOG_LEVEL: "fatal",
      },
      stdio: "inherit",
    });
    process.once("exit", () => child?.kill("SIGKILL"));
    await expect
      .poll(async () => (await fetch(`${url}readyz`).catch(() => null))?.status, { timeout: 30_000 })
      .toBe(200);
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  await start();
  return { url, start, kill };
}

/** A small photo that is no other's. */
export async function photoOf(n: number) {
  const background = { r: (n * 5) % 256, g: (n * 37) % 256, b: 128 };
  const buffer = await sharp({ create: { width: 160, height: 120, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name: `${n}.jpg`, mimeType: "image/jpeg", buffer };
}

/** Says what is wrong with a line of the count, and how many pieces of it. */
export async function sayWrong(page: Page, line: number, what: string, loose: string): Promise<void> {
  const at = page.locator(`details[data-line="lines.${line}"]`);
  if ((await at.getAttribute("open")) === null) await at.locator("summary").click();
  await at.locator(`input[value=${what}]`).check({ force: true });
  await at.locator("input[name$='.loose']").fill(loose);
}

export async function signAs(page: Page, name: string, pin: string): Promise<void> {
  await page.locator("input[name=pin]").fill(pin);
  await page.locator("input[name=name]").fill(name);
}

/** The script of the page has taken the form over. */
export const isReady = (page: Page) => expect(page.locator("[data-signature]")).toBeVisible();
