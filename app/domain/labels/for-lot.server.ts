import { and, eq, inArray, isNull } from "drizzle-orm";
import { labels, sourceLots } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound } from "../errors.ts";
import { perform } from "../perform.server.ts";
import { mintLabels } from "./mint.server.ts";
import type { LabelLot } from "./schema.ts";

/** Gives a source lot its label, for goods that stand loose. A lot that has one keeps it. */
export async function labelLot(actor: MemberActor, requestId: string, input: LabelLot) {
  return perform({ actor, action: "label.print", requestId, input }, async (tx) => {
    const assetId = BigInt(input.assetId);
    const [lot] = await tx
      .select({ organizationId: sourceLots.organizationId })
      .from(sourceLots)
      .where(and(eq(sourceLots.assetId, assetId), inArray(sourceLots.organizationId, [...actor.reach])))
      .for("update");
    if (!lot) return notFound("lot");
    const books = { organizationId: lot.organizationId, responseId: actor.responseId };
    const [known] = await tx
      .select({ code: labels.code })
      .from(labels)
      .where(
        and(eq(labels.assetId, assetId), eq(labels.responseId, actor.responseId), isNull(labels.revokedAt)),
      );
    const code = known?.code ?? (await mintLabels(tx, books, [{ assetId }]))[0]!;
    return { result: { codes: [code] }, organizationId: lot.organizationId, detail: { code } };
  });
}
