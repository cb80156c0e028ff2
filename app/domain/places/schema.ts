import { z } from "zod";
import { siteKinds } from "#db/vocabulary";
import { id, optionalDay, optionalText, optionalTime, requiredText, smallWhole } from "../fields.ts";

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

const particulars = {
  name: requiredText(60),
  kind: z.enum(siteKinds, "required"),
  address: optionalText(200),
  contactName: optionalText(40),
  contactPhone: optionalText(30),
  /** Receiving hours of the day, Shanghai time; from later than to is over midnight. */
  receivesFrom: optionalTime,
  receivesTo: optionalTime,
  /** What the driver must know: 后门卸货，要预约. */
  unloading: optionalText(200),
};

export const AddSite = z.object({
  ...particulars,
  /** 9-digit division code of a 街镇. */
  townshipCode: z.string("required").regex(/^\d{9}$/, "bad_township"),
  /** 12-digit code of a 居委会/村委会. */
  committeeCode: z
    .string()
    .regex(/^(\d{12})?$/, "bad_committee")
    .nullish()
    .transform((code) => code || null),
});
export type AddSite = z.output<typeof AddSite>;

/** From `closedOn` on nothing is packed for the site any more. */
export const EditSite = z.object({ siteId: id, ...particulars, closedOn: optionalDay });
export type EditSite = z.output<typeof EditSite>;

export const ShareSite = z.object({ siteId: id });
export type ShareSite = z.output<typeof ShareSite>;

/** The end of a site's own link. */
export const siteToken = z.string("required").max(100, "too_long");

/** Whom to call at the site from now on, said on its own page. */
export const ChangeContact = z.object({
  token: siteToken,
  contactName: requiredText(40),
  contactPhone: requiredText(30).refine((phone) => /^[\d+() -]{6,}$/.test(phone), "bad_phone"),
});
export type ChangeContact = z.output<typeof ChangeContact>;

/** A site as an import knows it: nothing of its hours. */
export type NewSite = Omit<AddSite, Hours> & Partial<Pick<AddSite, Hours>>;
type Hours = "receivesFrom" | "receivesTo" | "unloading";
