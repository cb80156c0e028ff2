import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { receiveReturn } from "#app/domain/returns/receive.server.ts";
import { ReceiveReturn } from "#app/domain/returns/schema.ts";
import type { World } from "./world.ts";

/** Taken back at the world's dock by the keeper: so much of the delivery's first line. */
export const bringBack = (
  world: World,
  deliveryId: string,
  quantity: string,
  more: Partial<z.input<typeof ReceiveReturn>> = {},
  requestId = uuidv7(),
) =>
  receiveReturn(
    world.actors.warehouse_keeper,
    requestId,
    ReceiveReturn.parse({
      deliveryId,
      warehouseId: world.warehouse.id,
      into: "dock",
      reason: "小区解封，用不上",
      lines: [{ n: 1, quantity }],
      ...more,
    }),
  );
