import { eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { sites, townships, type Tx, warehouses } from "#db";
import type { SiteKind } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { openCases } from "../cases/open.server.ts";
import { newCode } from "../code.ts";
import { startOfDay } from "../dates.ts";
import { packing, take } from "../deliveries/create.server.ts";
import { casesOf } from "../deliveries/differences.ts";
import { insertDeliveries, type NewDelivery } from "../deliveries/insert.server.ts";
import { newPin } from "../deliveries/pin.server.ts";
import { settle, type Settlement } from "../deliveries/settle.ts";
import { findItems } from "../items/find-or-add.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { type Entry, post } from "../ledger/post.server.ts";
import { disputeAccounts } from "../ledger/standing-accounts.server.ts";
import { addSites } from "../places/add-site.server.ts";
import type { Site } from "../places/find-site.server.ts";
import type { Warehouse } from "../places/find-warehouse.server.ts";
import { candidatesFor } from "../stock/candidates.server.ts";
import { type Candidate, type Pick, pick } from "../stock/pick.ts";
import type { Booking } from "./book-gifts.server.ts";
import type { HandoutRow, Problem, ReceiverKind } from "./read/reading.ts";

/**
 * Rows of 发放: each a delivery that was packed, sent and signed for on its day, drawn from the stock that had arrived
 * by then by the picking rule. A hand-out larger than that stock is a problem, never forced.
 */
export async function bookHandouts(
  tx: Tx,
  booking: Booking,
  warehouseName: string | undefined,
  rows: readonly HandoutRow[],
): Promise<Problem[]> {
  if (rows.length === 0) return [];
  const { actor } = booking;
  const warehouses = await warehousesOf(tx, actor, warehouseName);
  const places = await placesOf(tx, actor, rows);
  const { picked, problems } = await pickAll(tx, actor, warehouses, places, rows);
  if (problems.length > 0) return problems;
  const deliveries = await deliveriesOf(tx, booking, picked);
  const disputes = await disputeAccounts(tx, [actor.organizationId]);
  const dispute = disputes.get(actor.organizationId)!;
  await post(
    tx,
    actor,
    deliveries.flatMap((made) => entriesOf(made, dispute)),
  );
  await insertDeliveries(
    tx,
    actor,
    deliveries.map(({ delivery }) => delivery),
  );
  await openCases(
    tx,
    deliveries.flatMap(({ delivery, settlement }) => casesOf(delivery, [settlement])),
    new Date(),
  );
  return [];
}

/** The warehouse the sheet names, else all of the organization's: a line is drawn from the first that can fill it. */
async function warehousesOf(tx: Tx, actor: MemberActor, name: string | undefined): Promise<Warehouse[]> {
  const own = await tx
    .select()
    .from(warehouses)
    .where(eq(warehouses.organizationId, actor.organizationId))
    .orderBy(warehouses.createdAt);
  const named = own.filter((warehouse) => warehouse.name === name);
  return named.length > 0 ? named : own;
}

interface Picked {
  row: HandoutRow;
  warehouse: Warehouse;
  site: Site;
  itemId: string;
  picks: Pick[];
}

async function pickAll(
  tx: Tx,
  actor: MemberActor,
  warehouses: readonly Warehouse[],
  places: ReadonlyMap<number, Site>,
  rows: readonly HandoutRow[],
): Promise<{ picked: Picked[]; problems: Problem[] }> {
  const names = [...new Set(rows.map((row) => row.item))];
  const itemOf = await findItems(tx, actor.organizationId, names);
  const itemIds = [...new Set([...itemOf.values()].map(({ id }) => id))];
  const stocks = [];
  for (const warehouse of warehouses) {
    stocks.push({ warehouse, lots: await candidatesFor(tx, warehouse, itemIds, { lock: true }) });
  }
  const picked: Picked[] = [];
  const problems: Problem[] = [];
  const inOrder = [...rows].sort((a, b) => compare(a.date, b.date) || a.row - b.row);
  for (const row of inOrder) {
    const site = places.get(row.row);
    const item = itemOf.get(row.item);
    if (!site) {
      problems.push(problem(row, "township", "township_unknown", { township: row.township ?? "" }));
    } else if (item && item.baseUnit !== row.unit) {
      const params = { item: row.item, unit: row.unit, known: item.baseUnit };
      problems.push(problem(row, "unit", "item_unit_differs", params));
    } else {
      const drawn = item ? draw(stocks, item.id, row, site) : { available: 0n };
      if ("picks" in drawn) picked.push({ row, site, ...drawn });
      else {
        const wanted = `${row.quantity}`;
        const params = { item: row.item, unit: row.unit, wanted, available: `${drawn.available}` };
        problems.push(problem(row, "quantity", "stock_short", params));
      }
    }
  }
  return { picked, problems };
}

interface Stock {
  warehouse: Warehouse;
  lots: Map<string, Candidate[]>;
}

/** Takes a line out of the first warehouse that can fill it; else the most that any of them could give. */
function draw(
  stocks: readonly Stock[],
  itemId: string,
  row: HandoutRow,
  site: Site,
): Omit<Picked, "row" | "site"> | { available: bigint } {
  const to = { siteId: site.id, siteKind: site.kind, townshipCode: site.townshipCode };
  let available = 0n;
  for (const { warehouse, lots } of stocks) {
    const candidates = lots.get(itemId) ?? [];
    const { picks, short } = pick(candidates, row.quantity, to, row.date);
    if (short === 0n) {
      take(candidates, picks);
      return { warehouse, itemId, picks };
    }
    const here = row.quantity - short;
    if (here > available) available = here;
  }
  return { available };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const problem = (
  row: HandoutRow,
  field: "township" | "unit" | "quantity",
  code: Problem["code"],
  params: Problem["params"],
): Problem => ({ row: row.row, column: null, field, code, params, value: `${row[field] ?? ""}` });

/** The site of each row: a known one of that name and township, else a new one. Rows of an unknown township have none. */
async function placesOf(tx: Tx, actor: MemberActor, rows: readonly HandoutRow[]): Promise<Map<number, Site>> {
  const all = await tx.select().from(townships);
  const codeOf = new Map(all.map(({ name, code }) => [name, code]));
  const known = await tx
    .select()
    .from(sites)
    .where(inArray(sites.organizationId, [...actor.reach]));
  const byKey = new Map(known.map((site) => [`${site.townshipCode}/${site.name}`, site]));
  const byName = new Map(known.map((site) => [site.name, site]));
  const keyOf = (row: HandoutRow) => `${(row.township && codeOf.get(row.township)) ?? ""}/${row.receiver}`;
  const missing = new Map<string, HandoutRow>();
  for (const row of rows) {
    if (row.township && codeOf.has(row.township) && !byKey.has(keyOf(row))) missing.set(keyOf(row), row);
  }
  const added = await addSites(
    tx,
    actor.organizationId,
    [...missing.values()].map((row) => ({
      name: row.receiver,
      kind: siteKindOf(row.receiverKind),
      townshipCode: codeOf.get(row.township!)!,
      committeeCode: null,
      address: null,
      contactName: null,
      contactPhone: null,
    })),
  );
  for (const site of added) byKey.set(`${site.townshipCode}/${site.name}`, site);
  return new Map(
    rows.flatMap((row) => {
      const site = byKey.get(keyOf(row)) ?? (row.township ? undefined : byName.get(row.receiver));
      return site ? [[row.row, site]] : [];
    }),
  );
}

const siteKindOf = (kind: ReceiverKind): SiteKind =>
  kind === "committee" || kind === "compound" || kind === "field_hospital" || kind === "hospital"
    ? kind
    : "other";

interface Made {
  delivery: NewDelivery;
  warehouse: Warehouse;
  site: Site;
  settlement: Settlement;
}

async function deliveriesOf(tx: Tx, booking: Booking, picked: readonly Picked[]): Promise<Made[]> {
  const numbers = await numberDocuments(
    tx,
    "delivery",
    picked.map(({ row }) => ({ organizationId: booking.actor.organizationId, on: row.date })),
  );
  const accountIds = await openAccounts(tx, booking.actor.organizationId, "delivery", numbers);
  return picked.map(({ row, site, warehouse, itemId, picks }, i) => {
    const settlement = settlementOf(row, picks);
    const at = startOfDay(row.date);
    const { good, short, damaged, reason, remark } = settlement;
    return {
      site,
      warehouse,
      settlement,
      delivery: {
        id: uuidv7(),
        number: numbers[i]!,
        organizationId: warehouse.organizationId,
        responseId: booking.actor.responseId,
        warehouseId: warehouse.id,
        siteId: site.id,
        accountId: accountIds[i]!,
        boxes: 1,
        code: newCode(),
        pin: newPin(),
        plannedOn: row.date,
        note: row.note ?? null,
        importId: booking.importId,
        lines: [
          {
            itemId,
            quantity: row.quantity,
            packName: row.pack?.unit ?? null,
            packSize: row.pack?.size ?? null,
            picks: picks.map((one, n) => ({ ...one, good: settlement.picks[n]!.good })),
            received: { good, short, damaged, reason, remark },
          },
        ],
        progress: {
          status: "confirmed",
          dispatchedAt: at,
          confirmedAt: at,
          receiverName: row.signedBy ?? row.receiver,
        },
      },
    };
  });
}

/** 短少4只, 破损2套: what of the line did not arrive whole. */
function settlementOf(row: HandoutRow, picks: readonly Pick[]): Settlement {
  const differences = [row.difference, row.furtherDifference ?? null].filter((one) => one !== null);
  const sum = (kind: "short" | "damaged") =>
    differences.filter((one) => one.kind === kind).reduce((total, one) => total + one.quantity, 0n);
  const damaged = sum("damaged");
  const verdict = settle(
    {
      n: 1,
      quantity: row.quantity,
      came: { good: 0n, damaged: 0n },
      picks: picks.map(({ asset, quantity, valueFen }, i) => ({ n: i + 1, asset, quantity, valueFen })),
    },
    {
      good: row.quantity - sum("short") - damaged,
      damaged,
      reason: damaged > 0n ? "damaged_goods" : "other",
      remark: null,
    },
  );
  if (!verdict.ok)
    throw new Error(`row ${row.row}: the reader let a difference through that is larger than the line`);
  return verdict.settlement;
}

/** Packed, sent and signed for, all on the day of the row. */
function entriesOf({ delivery, warehouse, site, settlement }: Made, dispute: bigint): Entry[] {
  const pack = packing(delivery, warehouse, delivery.progress!.dispatchedAt);
  const after = (kind: "delivery.dispatch" | "delivery.confirm", postings: Entry["postings"]): Entry => ({
    ...pack,
    id: uuidv7(),
    kind,
    postings,
  });
  return [
    pack,
    after(
      "delivery.dispatch",
      pack.postings.map((leg) => ({ ...leg, from: leg.to, to: delivery.accountId })),
    ),
    after(
      "delivery.confirm",
      settlement.picks.flatMap(({ asset, good, goodValueFen, missing, missingValueFen }) => [
        ...(good > 0n
          ? [{ from: delivery.accountId, to: site.accountId, asset, amount: good, valueFen: goodValueFen }]
          : []),
        ...(missing > 0n
          ? [{ from: delivery.accountId, to: dispute, asset, amount: missing, valueFen: missingValueFen }]
          : []),
      ]),
    ),
  ];
}
