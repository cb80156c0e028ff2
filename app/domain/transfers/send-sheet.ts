import type { z } from "zod";
import { sheet } from "../sheet.ts";
import { LineToSend, type SendTransfer, transferOf } from "./schema.ts";

/** The form of `SendTransfer`: a row `lines.lot<asset>-<account>` for every lot; those with a quantity are sent. */
export const SendSheet: z.ZodType<SendTransfer> = transferOf(
  sheet("quantity", LineToSend, 200, (key, { quantity }) => {
    const [, assetId, accountId] = /^lot(\d+)-(\d+)$/.exec(key) ?? [];
    return { assetId, accountId, quantity };
  }),
);

/** The row of a lot where it stands. */
export const lotRow = (lot: { assetId: string; accountId: string }): string =>
  `lines.lot${lot.assetId}-${lot.accountId}`;
