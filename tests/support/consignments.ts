import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { consignments, db, warehouses } from "#db";
import type { MemberActor } from "#app/domain/actor.ts";
import { receiveBox } from "#app/domain/boxes/receive.server.ts";
import { ReceiveBox } from "#app/domain/boxes/schema.ts";
import { countLine } from "#app/domain/consignments/count-line.server.ts";
import { expectConsignment } from "#app/domain/consignments/expect.server.ts";
import { receiveConsignment } from "#app/domain/consignments/receive.server.ts";
import { refuseGoods } from "#app/domain/consignments/refuse.server.ts";
import {
  CountLine,
  ExpectConsignment,
  ReceiveConsignment,
  RefuseGoods,
} from "#app/domain/consignments/schema.ts";
import type { GoodsLine } from "#app/domain/gifts/schema.ts";
import { mintLabels } from "#app/domain/labels/mint.server.ts";
import type { World } from "./world.ts";

type Line = Partial<z.input<typeof GoodsLine>>;

/** Announced: ten boxes of a hundred masks, unless told otherwise. */
export async function announce(
  world: World,
  lines: Line[] = [{}],
  input: Partial<z.input<typeof ExpectConsignment>> = {},
): Promise<{ id: string; number: string }> {
  return expectConsignment(
    world.actors.fund_officer,
    uuidv7(),
    ExpectConsignment.parse({
      warehouseId: world.warehouse.id,
      donor: "测试捐赠有限公司",
      lines: lines.map((line) => ({
        ...{ item: world.mask.name, unit: "只", quantity: "10", packName: "箱", packSize: "100" },
        ...line,
      })),
      ...input,
    }),
  );
}

/** Blank labels of the world's organization and response. */
export const blankLabels = (world: World, count: number): Promise<string[]> =>
  db.transaction((tx) =>
    mintLabels(
      tx,
      world,
      Array.from({ length: count }, () => ({})),
    ),
  );

type Given<Schema extends z.ZodType> = Partial<z.input<Schema>>;

export const count = (world: World, id: string, input: Given<typeof CountLine>) =>
  countLine(world.actors.warehouse_keeper, uuidv7(), CountLine.parse({ consignmentId: id, n: 1, ...input }));

/** A box of a hundred masks of line 1, unless told otherwise. */
export const receive = (world: World, id: string, code: string, input: Given<typeof ReceiveBox> = {}) =>
  receiveBox(
    world.actors.warehouse_keeper,
    uuidv7(),
    ReceiveBox.parse({ consignmentId: id, code, line: 1, quantity: "100", ...input }),
  );

export const refuseSome = (world: World, id: string, input: Given<typeof RefuseGoods>) =>
  refuseGoods(
    world.actors.warehouse_keeper,
    uuidv7(),
    RefuseGoods.parse({ consignmentId: id, action: "rejected", reason: "damaged_packaging", ...input }),
  );

/** Checked by the fund officer, who counted nothing. */
export const check = (
  world: World,
  id: string,
  input: Given<typeof ReceiveConsignment> = {},
  actor: MemberActor = world.actors.fund_officer,
  requestId = uuidv7(),
) => receiveConsignment(actor, requestId, ReceiveConsignment.parse({ consignmentId: id, ...input }));

export async function statusOf(id: string) {
  const [row] = await db.select().from(consignments).where(eq(consignments.id, id));
  return row!;
}

export async function placesOf(world: World) {
  const [row] = await db.select().from(warehouses).where(eq(warehouses.id, world.warehouse.id));
  return { dock: row!.dockAccountId, quarantine: row!.quarantineAccountId, bin: world.bin.accountId };
}
