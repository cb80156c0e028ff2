import { and, inArray, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { newCode } from "../code.ts";
import { todayInShanghai } from "../dates.ts";
import { DomainError, notFound, refuse } from "../errors.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { post } from "../ledger/post.server.ts";
import { acceptForDelivery } from "../needs/meet.server.ts";
import { perform } from "../perform.server.ts";
import { findSite, type Site } from "../places/find-site.server.ts";
import { findWarehouse, type Warehouse } from "../places/find-warehouse.server.ts";
import { candidatesFor, lockEnough, type Need } from "../stock/candidates.server.ts";
import { allows, type Destination } from "../places/restriction.ts";
import { type Candidate, expired, type Pick, pick } from "../stock/pick.ts";
import { insertDeliveries, type NewDelivery } from "./insert.server.ts";
import { newPin } from "./pin.server.ts";
import type { CreateDelivery } from "./schema.ts";

/**
 * Picks the lines first-expired-first-out within what their restrictions allow and packs them: the goods go to the
 * packing area, where no other delivery can take them. Short stock is refused by line, item and amount.
 */
export async function createDelivery(actor: MemberActor, requestId: string, input: CreateDelivery) {
  if (input.lines.some(({ lot }) => lot !== null)) return create(actor, requestId, input, allLots);
  try {
    return await create(actor, requestId, input, enoughLots);
  } catch (error) {
    // Short, or somebody else was faster: only all the lots can tell which, and how much there is.
    if (error instanceof DomainError && error.code === "insufficient_stock") {
      return create(actor, requestId, input, allLots);
    }
    throw error;
  }
}

type Lots = (tx: Tx, warehouse: Warehouse, need: Need) => Promise<Map<string, Candidate[]>>;

const enoughLots: Lots = lockEnough;

const allLots: Lots = (tx, warehouse, { wanted }) =>
  candidatesFor(tx, warehouse, [...wanted.keys()], { lock: true });

function create(actor: MemberActor, requestId: string, input: CreateDelivery, lots: Lots) {
  return perform({ actor, action: "delivery.create", requestId, input }, async (tx) => {
    // What needs no answer of each other goes to the database together: round trips are the cost.
    const [warehouse, site, itemOf] = await Promise.all([
      findWarehouse(tx, actor, input.warehouseId),
      findSite(tx, actor, input.siteId),
      itemsOf(tx, actor, input),
    ]);
    refuseClosed(site);
    await acceptForDelivery(tx, actor, input.needId, site);
    const [candidates, [number]] = await Promise.all([
      lots(tx, warehouse, needOf(itemOf, site, input)),
      numberDocuments(tx, "delivery", [{ organizationId: warehouse.organizationId, on: todayInShanghai() }]),
    ]);
    const lines = pickLines(candidates, itemOf, site, input);
    const [accountId] = await openAccounts(tx, warehouse.organizationId, "delivery", [number!]);
    const delivery: NewDelivery = {
      id: uuidv7(),
      number: number!,
      organizationId: warehouse.organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      siteId: site.id,
      accountId: accountId!,
      boxes: input.boxes,
      code: newCode(),
      pin: newPin(),
      plannedOn: input.plannedOn ?? todayInShanghai(),
      note: input.note,
      needId: input.needId,
      lines,
    };
    await Promise.all([
      post(tx, actor, [packing(delivery, warehouse, new Date())]),
      insertDeliveries(tx, actor, [delivery]),
    ]);
    const { id, code, pin } = delivery;
    return {
      result: { id, number: number!, code, pin },
      organizationId: warehouse.organizationId,
      subjectId: id,
    };
  });
}

/** Nothing is packed for a site that receives no more. */
function refuseClosed({ name, closedOn }: Site): void {
  if (closedOn !== null && closedOn <= todayInShanghai()) refuse("site_closed", { site: name, on: closedOn });
}

/** The entry that takes picked goods from where they stood to the packing area. */
export function packing(delivery: NewDelivery, warehouse: Warehouse, occurredAt: Date) {
  return {
    id: uuidv7(),
    kind: "delivery.create" as const,
    organizationId: delivery.organizationId,
    responseId: delivery.responseId,
    occurredAt,
    document: { kind: "delivery" as const, id: delivery.id },
    postings: delivery.lines.flatMap((line) =>
      line.picks.map((picked) => ({
        from: picked.account,
        to: warehouse.stagingAccountId,
        asset: picked.asset,
        amount: picked.quantity,
        valueFen: picked.valueFen,
      })),
    ),
  };
}

type Item = typeof items.$inferSelect;

/** What is wanted of each item that is within reach. */
function needOf(itemOf: Map<string, Item>, site: Site, { lines }: CreateDelivery): Need {
  const wanted = new Map<string, bigint>();
  for (const { itemId, quantity, packSize } of lines) {
    if (itemOf.has(itemId)) wanted.set(itemId, (wanted.get(itemId) ?? 0n) + quantity * (packSize ?? 1n));
  }
  return { wanted, to: destinationOf(site), day: todayInShanghai() };
}

const destinationOf = ({ id, kind, townshipCode }: Site): Destination => ({
  siteId: id,
  siteKind: kind,
  townshipCode,
});

/** The items to send that are within reach, by id; none of them is merged into another before this is written. */
async function itemsOf(tx: Tx, actor: MemberActor, { lines }: CreateDelivery): Promise<Map<string, Item>> {
  const itemIds = [...new Set(lines.map((line) => line.itemId))];
  const found = await tx
    .select()
    .from(items)
    .where(
      and(
        inArray(items.id, itemIds),
        inArray(items.organizationId, [...actor.reach]),
        isNull(items.mergedInto),
      ),
    )
    .orderBy(items.id)
    .for("key share");
  return new Map(found.map((item) => [item.id, item]));
}

function pickLines(
  candidates: Map<string, Candidate[]>,
  itemOf: Map<string, Item>,
  site: Site,
  input: CreateDelivery,
) {
  const to = destinationOf(site);
  const day = todayInShanghai();
  return input.lines.map((line) => {
    const item = itemOf.get(line.itemId) ?? notFound("item");
    const wanted = line.quantity * (line.packSize ?? 1n);
    const lots = lotsFor(line, candidates.get(item.id) ?? [], item, to, day);
    const { picks, short } = pick(lots, wanted, to, day);
    if (short > 0n) {
      const available = wanted - short;
      refuse("insufficient_stock", {
        item: item.name,
        unit: item.baseUnit,
        wanted: `${wanted}`,
        available: `${available}`,
      });
    }
    take(lots, picks);
    const { packName, packSize, lotReason } = line;
    return { itemId: item.id, quantity: wanted, packName, packSize, pickReason: lotReason, picks };
  });
}

/** All lots of the item, or the one that was asked for by name; that one must be allowed to go there. */
function lotsFor(
  { lot: asset }: CreateDelivery["lines"][number],
  lots: Candidate[],
  item: Item,
  to: Destination,
  day: string,
): Candidate[] {
  if (asset === null) return lots;
  const named = lots.filter((candidate) => candidate.asset === asset);
  const [lot] = named;
  if (!lot) return notFound("lot");
  if (expired(lot, day)) refuse("lot_expired", { item: item.name, on: lot.expiresOn ?? "" });
  if (!allows(lot.restriction, to)) refuse("lot_not_for_site", { item: item.name });
  return named;
}

/** What was picked is no longer there for the next line. */
export function take(lots: Candidate[], picks: readonly Pick[]): void {
  for (const picked of picks) {
    const lot = lots.find(({ asset, account }) => asset === picked.asset && account === picked.account);
    if (!lot) continue;
    lot.available -= picked.quantity;
    lot.valueFen -= picked.valueFen;
  }
}
