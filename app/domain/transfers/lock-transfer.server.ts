import { and, eq, inArray } from "drizzle-orm";
import { transferLines, transfers, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

/** A transfer within reach that is on the road, locked until commit, with its lines; `stale` when it no longer is. */
export async function lockTransfer(tx: Tx, actor: MemberActor, transferId: string) {
  const [transfer] = await tx
    .select()
    .from(transfers)
    .where(and(eq(transfers.id, transferId), inArray(transfers.organizationId, [...actor.reach])))
    .for("update");
  if (!transfer) return notFound("transfer");
  if (transfer.status !== "sent") return refuse("stale", { what: "transfer" });
  const lines = await tx
    .select()
    .from(transferLines)
    .where(eq(transferLines.transferId, transfer.id))
    .orderBy(transferLines.n);
  return { transfer, lines };
}
