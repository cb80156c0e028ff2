import { z } from "zod";
import { beneficiaryBases, beneficiaryGroups } from "#db/vocabulary";
import { basisIsSaid, basisUnsaid } from "../deliveries/schema.ts";
import { counted, day, id, optionalText, reasonText, requiredText, smallWhole } from "../fields.ts";

/** Rows a register may have: a compound of a few thousand people, by household. */
export const MOST_ROWS = 2000;

/** A register for the goods of a delivery at its site. */
export const OpenRegister = z
  .object({
    deliveryId: id,
    basis: z.enum(beneficiaryBases, "choose"),
    basisWords: optionalText(200),
  })
  .refine(basisIsSaid, basisUnsaid);
export type OpenRegister = z.output<typeof OpenRegister>;

const Share = z.object({ n: smallWhole(1, 100), quantity: counted });

/**
 * A household, or so many people of a group, in a building. Door, name and telephone are kept encrypted, and only where
 * the site needs them. `shares`: base units of each line of the delivery; a line left out is none.
 */
export const RegisterRow = z
  .object({
    building: requiredText(40),
    group: z
      .union([z.enum(beneficiaryGroups), z.literal("")], "group_unknown")
      .nullish()
      .transform((group) => group || null),
    households: smallWhole(0, 100_000),
    people: smallWhole(1, 1_000_000),
    door: optionalText(40),
    name: optionalText(40),
    phone: optionalText(30),
    shares: z.array(Share).max(100, "too_many").default([]),
  })
  .refine((row) => row.people >= row.households, { path: ["people"], error: "fewer_people_than_households" });
export type RegisterRow = z.output<typeof RegisterRow>;

/** All rows of a register; what was in it before is replaced. */
export const WriteRows = z.object({
  registerId: id,
  rows: z.array(RegisterRow).min(1, "lines_missing").max(MOST_ROWS, "too_many"),
});
export type WriteRows = z.output<typeof WriteRows>;

/** What rows really got, by their numbers; rows left out stay as they are. */
export const CountBack = z.object({
  registerId: id,
  rows: z
    .array(z.object({ n: smallWhole(1, MOST_ROWS), given: z.array(Share).min(1, "lines_missing").max(100) }))
    .min(1, "lines_missing")
    .max(MOST_ROWS, "too_many"),
});
export type CountBack = z.output<typeof CountBack>;

/** What was handed out by the pile, line by line in base units, and why it differs from the rows, if it does. */
export const CloseRegister = z.object({
  registerId: id,
  handedOn: day,
  lines: z.array(Share).min(1, "lines_missing").max(100, "too_many"),
  explanation: optionalText(500),
});
export type CloseRegister = z.output<typeof CloseRegister>;

/** Why somebody has to see names and telephone numbers; it stays in the audit log. */
export const ReadSealed = z.object({ registerId: id, reason: reasonText });
export type ReadSealed = z.output<typeof ReadSealed>;

/** Destroys every name and telephone number in the organization's registers of its response. */
export const DestroySealed = z.object({
  reason: reasonText,
  understood: z.literal(["true", true], "understand_first"),
});
export type DestroySealed = z.output<typeof DestroySealed>;
