import { and, eq, inArray, isNull } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, kitComponents, kitRecipes, kits, restrictions, sourceLots, type Tx } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { notFound, refuse } from "../errors.ts";
import { insertRows } from "../insert-rows.server.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { post, type Posting } from "../ledger/post.server.ts";
import { assemblyAccount } from "../ledger/standing-accounts.server.ts";
import { perform } from "../perform.server.ts";
import { dockOrBin } from "../places/dock-or-bin.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import { newLotAssets } from "../stock/new-lot-assets.server.ts";
import { compose } from "./compose.ts";
import { kitLotOf } from "./kit-lot.ts";
import { type LotInKit, lotsForKits, pickForKits, type RecipeLine } from "./lots-for-kits.server.ts";
import type { AssembleKits } from "./schema.ts";

/**
 * Puts kits together from what a warehouse holds: first expired, first out, free of restriction or under the one named.
 * One entry takes the components into the kits' own account and brings the kits out of assembly, lot by lot: the legs of
 * a lot's components stand right before its own, so that the journal says what went into it, to the fen.
 *
 * Throws `kit_short`, naming every component that falls short; then nothing has changed.
 */
export async function assembleKits(actor: MemberActor, requestId: string, input: AssembleKits) {
  return perform({ actor, action: "kit.assemble", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const recipe = await recipeOf(tx, actor, input.itemId);
    const restrictionId = await restrictionWithin(tx, actor, input.restrictionId);
    const to = await dockOrBin(tx, warehouse, input.binId);
    const today = todayInShanghai();
    const lots = await lotsForKits(tx, warehouse, recipe, restrictionId, { lock: true });
    const { picked, short } = pickForKits(recipe, lots, input.quantity, today);
    if (short.length > 0) refuse("kit_short", { components: short });
    const compositions = compose(picked, input.quantity);
    const number = (
      await numberDocuments(tx, "kit", [{ organizationId: warehouse.organizationId, on: today }])
    )[0]!;
    const [accountId] = await openAccounts(tx, warehouse.organizationId, "kit", [number]);
    const assembly = await assemblyAccount(tx, warehouse.organizationId);
    const assets = await newLotAssets(tx, compositions.length);
    const [id, entryId] = [uuidv7(), uuidv7()];
    await post(tx, actor, [
      {
        id: entryId,
        kind: "kit.assemble",
        organizationId: warehouse.organizationId,
        responseId: actor.responseId,
        occurredAt: new Date(),
        document: { kind: "kit", id },
        postings: compositions.flatMap(({ kits, parts, valueFen }, i): Posting[] => [
          ...parts.map(({ account, asset, quantity, valueFen }) => ({
            from: account,
            to: accountId!,
            asset,
            amount: quantity,
            valueFen,
          })),
          { from: assembly, to, asset: assets[i]!, amount: kits, valueFen },
        ]),
      },
    ]);
    await tx.insert(kits).values({
      id,
      number,
      organizationId: warehouse.organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      itemId: input.itemId,
      quantity: input.quantity,
      accountId: accountId!,
      entryId,
      note: input.note,
      createdBy: userIdOf(actor),
    });
    const lotOf = new Map([...lots.values()].flat().map((lot): [bigint, LotInKit] => [lot.asset, lot]));
    await insertRows(
      tx,
      sourceLots,
      compositions.map((composition, i) => ({
        ...kitLotOf(composition, lotOf),
        assetId: assets[i]!,
        organizationId: warehouse.organizationId,
        kitId: id,
        n: i + 1,
        itemId: input.itemId,
        receivedOn: today,
      })),
    );
    await insertRows(
      tx,
      kitComponents,
      compositions.flatMap(({ perKit }, i) =>
        [...perKit].map(([assetId, quantity]) => ({ kitAssetId: assets[i]!, assetId, perKit: quantity })),
      ),
    );
    const result = { id, number, entryId, lots: assets.map(String) };
    return { result, organizationId: warehouse.organizationId, subjectId: id };
  });
}

async function recipeOf(tx: Tx, actor: MemberActor, itemId: string): Promise<RecipeLine[]> {
  const [item] = await tx
    .select({ id: items.id })
    .from(items)
    .where(
      and(eq(items.id, itemId), inArray(items.organizationId, [...actor.reach]), isNull(items.mergedInto)),
    )
    .for("key share");
  if (!item) return notFound("item");
  const recipe = await tx
    .select({
      itemId: kitRecipes.componentId,
      item: items.name,
      unit: items.baseUnit,
      perKit: kitRecipes.quantity,
    })
    .from(kitRecipes)
    .innerJoin(items, eq(items.id, kitRecipes.componentId))
    .where(eq(kitRecipes.itemId, itemId))
    .orderBy(kitRecipes.n);
  return recipe.length > 0 ? recipe : notFound("recipe");
}

async function restrictionWithin(tx: Tx, actor: MemberActor, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const [found] = await tx
    .select({ id: restrictions.id })
    .from(restrictions)
    .where(and(eq(restrictions.id, id), inArray(restrictions.organizationId, [...actor.reach])));
  return found ? found.id : notFound("restriction");
}
