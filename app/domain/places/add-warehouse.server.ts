import { uuidv7 } from "uuidv7";
import { bins, type Tx, warehouses } from "#db";
import type { MemberActor } from "../actor.ts";
import { openAccounts } from "../ledger/open-accounts.server.ts";
import { perform } from "../perform.server.ts";
import type { AddWarehouse } from "./schema.ts";

/** A warehouse with its dock, its packing area, its quarantine and a first bin. */
export async function addWarehouse(actor: MemberActor, requestId: string, input: AddWarehouse) {
  return perform({ actor, action: "warehouse.add", requestId, input }, async (tx) => {
    const { id } = await openWarehouse(tx, actor.organizationId, input);
    return { result: { id }, organizationId: actor.organizationId, subjectId: id };
  });
}

/** The step. */
export async function openWarehouse(tx: Tx, organizationId: string, input: AddWarehouse) {
  const open = async (kind: "dock" | "staging" | "quarantine" | "bin", name: string) => {
    const [account] = await openAccounts(tx, organizationId, kind, [`${input.name} · ${name}`]);
    return account!;
  };
  const [warehouse] = await tx
    .insert(warehouses)
    .values({
      id: uuidv7(),
      organizationId,
      ...input,
      dockAccountId: await open("dock", "收货区"),
      stagingAccountId: await open("staging", "备货区"),
      quarantineAccountId: await open("quarantine", "隔离区"),
    })
    .returning();
  await tx.insert(bins).values({
    id: uuidv7(),
    warehouseId: warehouse!.id,
    name: "A-01",
    accountId: await open("bin", "A-01"),
  });
  return warehouse!;
}
