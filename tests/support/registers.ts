import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { confirmDelivery } from "#app/domain/deliveries/confirm.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import { closeRegister } from "#app/domain/registers/close.server.ts";
import { countBack } from "#app/domain/registers/count-back.server.ts";
import { openRegister } from "#app/domain/registers/open.server.ts";
import { CloseRegister, CountBack, OpenRegister, WriteRows } from "#app/domain/registers/schema.ts";
import { writeRows } from "#app/domain/registers/write-rows.server.ts";
import { roadWorld } from "./road.ts";
import type { World } from "./world.ts";

/** 60 masks signed for at the site, all of them good. */
export async function atSiteWorld() {
  const made = await roadWorld();
  const { code, pin } = made.delivery;
  await confirmDelivery(
    { kind: "receiver", address: "192.0.2.1" },
    uuidv7(),
    ConfirmDelivery.parse({ code, pin, name: "刘书记" }),
  );
  return made;
}

export const openAt = (world: World, deliveryId: string) =>
  openRegister(
    world.actors.site_contact,
    uuidv7(),
    OpenRegister.parse({ deliveryId, basis: "groups_first", basisWords: "独居老人先发" }),
  );

type Row = z.input<typeof WriteRows>["rows"][number];

/** A household of two in building 3 that gets ten, unless told otherwise. */
export const household = (more: Partial<Row> = {}): Row => ({
  building: "3号楼",
  households: "1",
  people: "2",
  shares: [{ n: "1", quantity: "10" }],
  ...more,
});

export const write = (world: World, registerId: string, rows: Row[], requestId = uuidv7()) =>
  writeRows(world.actors.site_contact, requestId, WriteRows.parse({ registerId, rows }));

/** What rows 1, 2, … got of the first line. */
export const countRows = (world: World, registerId: string, got: (number | null)[]) =>
  countBack(
    world.actors.site_contact,
    uuidv7(),
    CountBack.parse({
      registerId,
      rows: got.flatMap((quantity, i) =>
        quantity === null ? [] : [{ n: i + 1, given: [{ n: 1, quantity }] }],
      ),
    }),
  );

export const close = (world: World, registerId: string, handedOut: number, explanation?: string) =>
  closeRegister(
    world.actors.site_contact,
    uuidv7(),
    CloseRegister.parse({
      registerId,
      handedOn: "2022-04-04",
      lines: [{ n: 1, quantity: handedOut }],
      explanation,
    }),
  );
