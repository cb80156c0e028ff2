import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { deliveries, deliveryPicks, handOverGroups, handOvers, sites, type Tx } from "#db";
import type { BeneficiaryGroup } from "#db/vocabulary";
import type { MemberActor } from "../actor.ts";
import { startOfDay } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { lockHeld } from "../ledger/lock-held.server.ts";
import { post, type Posting } from "../ledger/post.server.ts";
import { leftOf, mustHaveCome, picksAtSite, takeInOrder } from "./picks-at-site.server.ts";

/** What was handed on to people, as the books keep it: how many, never who. */
export interface HandedOn {
  households: number;
  people: number;
  /** Civil date. */
  handedOn: string;
  /** As `basisText` writes it. */
  basis: string | null;
  note: string | null;
  /** How many of which group; people may belong to several. */
  groups: readonly { group: BeneficiaryGroup; people: number }[];
  /** By line, in base units; a line left out was handed on whole. */
  lines: readonly { n: number; quantity: bigint }[];
  /** The register it was counted back from. */
  registerId: string | null;
}

type Delivery = typeof deliveries.$inferSelect;
type Site = typeof sites.$inferSelect;

/** A delivery within reach and its site, locked; `stale` when nobody has signed for it, not even for a part. */
export async function lockAtSite(tx: Tx, actor: MemberActor, deliveryId: string) {
  const [found] = await tx
    .select({ delivery: deliveries, site: sites })
    .from(deliveries)
    .innerJoin(sites, eq(sites.id, deliveries.siteId))
    .where(and(eq(deliveries.id, deliveryId), inArray(deliveries.organizationId, [...actor.reach])))
    .for("update", { of: deliveries });
  if (!found) return notFound("delivery");
  await mustHaveCome(tx, found.delivery);
  return found;
}

/**
 * Books goods of a locked delivery from its site to households: one entry and one RH document. Refuses `more_than_left`,
 * and `stale` when nothing is handed on.
 */
export async function bookHandOver(
  tx: Tx,
  actor: MemberActor,
  { delivery, site }: { delivery: Delivery; site: Site },
  handed: HandedOn,
) {
  const taken = await takeFromPicks(tx, delivery.id, handed.lines);
  const postings = await postingsOf(tx, site, taken);
  const { organizationId } = delivery;
  const [number] = await numberDocuments(tx, "hand_over", [{ organizationId, on: handed.handedOn }]);
  const id = uuidv7();
  const entryId = uuidv7();
  await post(tx, actor, [
    {
      id: entryId,
      kind: "delivery.hand-over",
      organizationId,
      responseId: delivery.responseId,
      occurredAt: startOfDay(handed.handedOn),
      document: { kind: "hand_over", id },
      postings,
    },
  ]);
  const { groups, lines: _lines, ...kept } = handed;
  await tx
    .insert(handOvers)
    .values({ ...kept, id, number: number!, organizationId, deliveryId: delivery.id, entryId });
  const counted = groups.filter(({ people }) => people > 0);
  if (counted.length > 0) {
    await tx.insert(handOverGroups).values(counted.map((group) => ({ ...group, handOverId: id })));
  }
  return { id, number: number!, entryId };
}

interface Taken {
  asset: bigint;
  quantity: bigint;
}

/** Marks what is handed on against the picks it came from, in their order; never more than arrived good. */
async function takeFromPicks(tx: Tx, deliveryId: string, lines: HandedOn["lines"]): Promise<Taken[]> {
  const picks = await picksAtSite(tx, deliveryId);
  const taken: Taken[] = [];
  for (const n of new Set(picks.map(({ pick }) => pick.lineN))) {
    const ofLine = picks.filter(({ pick }) => pick.lineN === n);
    const wanted = lines.find((line) => line.n === n)?.quantity ?? leftOf(ofLine);
    for (const { pick, quantity } of takeInOrder(ofLine, wanted)) {
      taken.push({ asset: pick.assetId, quantity });
      await tx
        .update(deliveryPicks)
        .set({ handedOver: sql`${deliveryPicks.handedOver} + ${quantity}` })
        .where(and(eq(deliveryPicks.deliveryId, deliveryId), eq(deliveryPicks.n, pick.n)));
    }
  }
  if (taken.length === 0) refuse("stale", { what: "hand_over" });
  return taken;
}

async function postingsOf(tx: Tx, site: Site, taken: readonly Taken[]): Promise<Posting[]> {
  const account = site.accountId;
  const held = await lockHeld(
    tx,
    taken.map(({ asset }) => ({ account, asset })),
  );
  return taken.map(({ asset, quantity }) => ({
    from: account,
    to: site.householdsAccountId,
    asset,
    amount: quantity,
    valueFen: held.take({ account, asset }, quantity),
  }));
}
