import { uuidv7 } from "uuidv7";
import { cancelDelivery } from "#app/domain/deliveries/cancel.server.ts";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { dispatchDelivery } from "#app/domain/deliveries/dispatch.server.ts";
import { ConfirmDelivery, CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { receiveMoney } from "#app/domain/gifts/receive-money.server.ts";
import { ReceiveMoney } from "#app/domain/gifts/schema.ts";
import { recordPayment } from "#app/domain/payments/record.server.ts";
import { RecordPayment } from "#app/domain/payments/schema.ts";
import { loseGoods } from "#tests/support/write-offs.ts";
import type { World } from "#tests/support/world.ts";

/** The steps of a story told by calling verbs. */
export const give = (
  world: World,
  amount: string,
  more: Partial<Record<"donor" | "restrictedTo" | "receivedOn" | "pledgeId", string>> = {},
) =>
  receiveMoney(
    world.actors.fund_officer,
    uuidv7(),
    ReceiveMoney.parse({ donor: "示例社区商会", receivedOn: "2022-03-15", amount, ...more }),
  );

export const pay = (
  world: World,
  amount: string,
  more: Partial<Record<"kind" | "payee" | "paidOn", string>> = {},
) =>
  recordPayment(
    world.actors.fund_officer,
    uuidv7(),
    RecordPayment.parse({
      kind: "purchase",
      payee: "示例医药有限公司",
      purpose: "采购口罩",
      paidOn: "2022-03-20",
      amount,
      ...more,
    }),
  );

export const pack = (world: World, quantity: string, siteId = world.site.id) =>
  createDelivery(
    world.actors.warehouse_keeper,
    uuidv7(),
    CreateDelivery.parse({
      warehouseId: world.warehouse.id,
      siteId,
      boxes: "1",
      lines: [{ itemId: world.mask.id, quantity }],
    }),
  );

export const send = (world: World, deliveryId: string) =>
  dispatchDelivery(world.actors.dispatcher, uuidv7(), { deliveryId });

export const callOff = (world: World, deliveryId: string) =>
  cancelDelivery(world.actors.dispatcher, uuidv7(), { deliveryId, reason: "改期" });

export const signFor = (
  { code, pin }: { code: string; pin: string },
  counted?: { good: string; damaged?: string; reason: string },
  name = "刘秘密",
) =>
  confirmDelivery(
    { kind: "receiver", address: "127.0.0.1" },
    uuidv7(),
    ConfirmDelivery.parse({ code, pin, name, post: "书记", lines: counted ? [{ n: 1, ...counted }] : [] }),
  );

/** Written off at the dock: asked for by the keeper, approved by the fund officer. */
export const lose = (world: World, asset: string, quantity: string) => loseGoods(world, asset, { quantity });
