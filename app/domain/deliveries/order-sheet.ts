import type { z } from "zod";
import { sheet } from "../sheet.ts";
import { CreateDelivery } from "./schema.ts";

/**
 * The form of `CreateDelivery`: every item that can be sent has a row `lines.<item id>`, and those with a quantity are
 * sent. `pack` is blank for loose pieces, or as `packValue` writes it.
 */
export const OrderSheet: z.ZodType<CreateDelivery> = CreateDelivery.extend({
  lines: sheet(
    "quantity",
    CreateDelivery.shape.lines.element,
    100,
    (itemId, { quantity, pack, lot, lotReason }) => {
      const [, packName, packSize] = /^(.+) × (\d+)$/.exec(pack ?? "") ?? [];
      return { itemId, quantity, packName, packSize, lot, lotReason };
    },
  ),
});

/** A pack as one choice of a list: "箱 × 2000". */
export const packValue = (pack: { name: string; size: bigint }): string => `${pack.name} × ${pack.size}`;
