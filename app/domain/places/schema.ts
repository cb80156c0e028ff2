import { z } from "zod";
import { siteKinds } from "#db/vocabulary";
import { id, optionalText, requiredText } from "../fields.ts";

export const AddWarehouse = z.object({ name: requiredText(60), address: optionalText(200) });
export type AddWarehouse = z.output<typeof AddWarehouse>;

export const AddBin = z.object({ warehouseId: id, name: requiredText(20) });
export type AddBin = z.output<typeof AddBin>;

export const AddSite = z.object({
  name: requiredText(60),
  kind: z.enum(siteKinds, "required"),
  /** 9-digit division code of a 街镇. */
  townshipCode: z.string("required").regex(/^\d{9}$/, "bad_township"),
  /** 12-digit code of a 居委会/村委会. */
  committeeCode: z
    .string()
    .regex(/^(\d{12})?$/, "bad_committee")
    .nullish()
    .transform((code) => code || null),
  address: optionalText(200),
  contactName: optionalText(40),
  contactPhone: optionalText(30),
});
export type AddSite = z.output<typeof AddSite>;
