import { consignments } from "#db";
import { type MemberActor, userIdOf } from "../actor.ts";
import { todayInShanghai } from "../dates.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "../places/find-warehouse.server.ts";
import type { OpenConsignment } from "./schema.ts";

/**
 * Goods at the door that nobody had announced. The consignment's id is the request's, so that a phone without signal
 * can name it at once. Answers id and number.
 */
export async function openConsignment(actor: MemberActor, requestId: string, input: OpenConsignment) {
  return perform({ actor, action: "consignment.count", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const { organizationId } = warehouse;
    const [number] = await numberDocuments(tx, "consignment", [{ organizationId, on: todayInShanghai() }]);
    await tx.insert(consignments).values({
      id: requestId,
      number: number!,
      organizationId,
      responseId: actor.responseId,
      warehouseId: warehouse.id,
      status: "counting",
      donor: input.donor,
      expectedBoxes: input.expectedBoxes,
      note: input.note,
      arrivedAt: new Date(),
      createdBy: userIdOf(actor),
    });
    return { result: { id: requestId, number: number! }, organizationId, subjectId: requestId };
  });
}
