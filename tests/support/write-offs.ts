import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { approveWriteOff } from "#app/domain/write-offs/approve.server.ts";
import { ApproveWriteOff, WriteOff } from "#app/domain/write-offs/schema.ts";
import { writeOff } from "#app/domain/write-offs/write-off.server.ts";
import type { World } from "./world.ts";

/** The keeper asks to write off what stands at the dock: 7 damaged unless told otherwise. */
export const askToWriteOff = (world: World, assetId: string, input: Partial<z.input<typeof WriteOff>> = {}) =>
  writeOff(
    world.actors.warehouse_keeper,
    uuidv7(),
    WriteOff.parse({
      warehouseId: world.warehouse.id,
      assetId,
      accountId: `${world.warehouse.dockAccountId}`,
      quantity: "7",
      reason: "damaged",
      remark: "受潮",
      ...input,
    }),
  );

/** The same, and the fund officer approves it. */
export async function loseGoods(
  world: World,
  assetId: string,
  input: Partial<z.input<typeof WriteOff>> = {},
) {
  const { id } = await askToWriteOff(world, assetId, input);
  return approveWriteOff(world.actors.fund_officer, uuidv7(), ApproveWriteOff.parse({ writeOffId: id }));
}
