import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { db } from "#db";
import { openWarehouse } from "#app/domain/places/add-warehouse.server.ts";
import { receiveTransfer } from "#app/domain/transfers/receive.server.ts";
import { ReceiveTransfer, SendTransfer } from "#app/domain/transfers/schema.ts";
import { sendTransfer } from "#app/domain/transfers/send.server.ts";
import type { World } from "./world.ts";

/** Another warehouse of the world's organization. */
export const secondWarehouse = (world: World, name = "二号仓") =>
  db.transaction((tx) => openWarehouse(tx, world.organizationId, { name, address: null }));

/** Sent from the world's dock by the keeper. */
export const sendLots = (
  world: World,
  toWarehouseId: string,
  lines: [assetId: string, quantity: string][],
  more: Partial<z.input<typeof SendTransfer>> = {},
  requestId = uuidv7(),
) =>
  sendTransfer(
    world.actors.warehouse_keeper,
    requestId,
    SendTransfer.parse({
      fromWarehouseId: world.warehouse.id,
      toWarehouseId,
      lines: lines.map(([assetId, quantity]) => ({
        assetId,
        accountId: `${world.warehouse.dockAccountId}`,
        quantity,
      })),
      ...more,
    }),
  );

/** Received by the administrator, who did not send it. */
export const receiveLots = (
  world: World,
  transferId: string,
  lines: z.input<typeof ReceiveTransfer>["lines"] = [],
) => receiveTransfer(world.actors.administrator, uuidv7(), ReceiveTransfer.parse({ transferId, lines }));
