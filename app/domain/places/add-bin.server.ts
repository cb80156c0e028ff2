import { uuidv7 } from "uuidv7";
import { bins } from "#db";
import type { MemberActor } from "../actor.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { perform } from "../perform.server.ts";
import { findWarehouse } from "./find-warehouse.server.ts";
import type { AddBin } from "./schema.ts";

/** A spot in a warehouse. */
export async function addBin(actor: MemberActor, requestId: string, input: AddBin) {
  return perform({ actor, action: "warehouse.add", requestId, input }, async (tx) => {
    const warehouse = await findWarehouse(tx, actor, input.warehouseId);
    const [accountId] = await openAccounts(tx, warehouse.organizationId, "bin", [
      `${warehouse.name} · ${input.name}`,
    ]);
    const id = uuidv7();
    await tx.insert(bins).values({ id, ...input, accountId: accountId! });
    return { result: { id }, organizationId: warehouse.organizationId, subjectId: id };
  });
}
