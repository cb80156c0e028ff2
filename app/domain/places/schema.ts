import { z } from "zod";
import { siteKinds } from "#db/vocabulary";
import { id, optionalText, optionalTime, requiredText, smallWhole } from "../fields.ts";

export const AddWarehouse = z.object({ name: requiredText(60), address: optionalText(200) });
export type AddWarehouse = z.output<typeof AddWarehouse>;

/** `capacity`: how many boxes fit. */
export const AddBin = z.object({
  warehouseId: id,
  name: requiredText(20),
  zone: optionalText(20),
  capacity: smallWhole(1, 100_000)
    .nullish()
    .transform((boxes) => boxes ?? null),
});
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
  /** Receiving hours of the day, Shanghai time; from later than to is over midnight. */
  receivesFrom: optionalTime,
  receivesTo: optionalTime,
  /** What the driver must know: 后门卸货，要预约. */
  unloading: optionalText(200),
});
export type AddSite = z.output<typeof AddSite>;

/** A site as an import knows it: nothing of its hours. */
export type NewSite = Omit<AddSite, Hours> & Partial<Pick<AddSite, Hours>>;
type Hours = "receivesFrom" | "receivesTo" | "unloading";
