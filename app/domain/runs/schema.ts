import { z } from "zod";
import { leaveBehind } from "../deliveries/schema.ts";
import {
  id,
  instant,
  labelCode,
  occurredAt,
  optionalDay,
  optionalText,
  reasonText,
  requiredText,
  smallWhole,
} from "../fields.ts";
import { where } from "../where.ts";

/** Blank reads as null. */
const orBlank = z
  .union([z.string(), z.number(), z.bigint()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === "" ? null : value));

/** Cubic metres as typed, "12.5", in tenths. */
const tenths = z.union([z.string(), z.number(), z.bigint()]).transform((value, context) => {
  const [, metres = "", tenth = "0"] = /^(\d{1,3})(?:\.(\d))?$/.exec(`${value}`.trim()) ?? [];
  const found = Number(metres) * 10 + Number(tenth);
  if (found > 0) return found;
  context.addIssue({ code: "custom", message: "bad_volume" });
  return z.NEVER;
});

/** 车牌, capital letters, with neither dot nor space: 沪A12345. */
const plate = requiredText(20).transform((text) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s·.-]/g, ""),
);

/** What a vehicle carries; what nobody knows is null and not checked. */
export const AddVehicle = z.object({
  plate,
  capacityBoxes: orBlank.pipe(smallWhole(1, 100_000).nullable()),
  capacityKilograms: orBlank.pipe(smallWhole(1, 100_000).nullable()),
  capacityM3: orBlank.pipe(tenths.nullable()),
});
export type AddVehicle = z.output<typeof AddVehicle>;

export const RetireVehicle = z.object({ vehicleId: id });
export type RetireVehicle = z.output<typeof RetireVehicle>;

const ofDriver = {
  name: requiredText(40),
  phone: optionalText(30),
  /** 核酸、健康证明: the last day it holds. */
  healthPaperUntil: optionalDay,
};

export const AddDriver = z.object(ofDriver);
export type AddDriver = z.output<typeof AddDriver>;

export const EditDriver = z.object({
  driverId: id,
  ...ofDriver,
  /** Drives no more. */
  retired: z
    .union([z.boolean(), z.enum(["true", "false"])])
    .nullish()
    .transform((value) => value === true || value === "true"),
});
export type EditDriver = z.output<typeof EditDriver>;

const townshipCode = z.string("required").regex(/^\d{9}$/, "bad_township");

/** 通行证 of a vehicle: for the whole city, or for some townships. */
export const AddPass = z
  .object({
    vehicleId: id,
    number: requiredText(40),
    issuer: optionalText(60),
    everywhere: z
      .union([z.boolean(), z.enum(["true", "false"])])
      .nullish()
      .transform((value) => value === true || value === "true"),
    townshipCodes: z.array(townshipCode).max(100, "too_many").default([]),
    validFrom: instant,
    validTo: instant,
  })
  .refine(({ validFrom, validTo }) => validTo > validFrom, { path: ["validTo"], error: "ends_before_start" })
  .refine(({ everywhere, townshipCodes }) => everywhere !== townshipCodes.length > 0, {
    path: ["townshipCodes"],
    error: "townships_or_everywhere",
  });
export type AddPass = z.output<typeof AddPass>;

export const RevokePass = z.object({ passId: id });
export type RevokePass = z.output<typeof RevokePass>;

const stop = { deliveryId: id, arrivesAt: instant };

/** At the delivery's own door, or at a point, its township and where exactly, where another vehicle takes over. */
export const PlannedStop = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("door"), ...stop }),
  z.object({ kind: z.literal("hand_over_point"), ...stop, townshipCode, place: requiredText(100) }),
]);
export type PlannedStop = z.output<typeof PlannedStop>;

/** A run; `stops` is how they are written down. They are numbered from 1 in the order given. */
export const runOf = (stops: z.ZodType<PlannedStop[]>) =>
  z
    .object({
      warehouseId: id,
      vehicleId: id,
      driverId: id,
      leavesAt: instant,
      note: optionalText(500),
      stops,
    })
    .refine(({ leavesAt, stops: [first] }) => !first || first.arrivesAt > leavesAt, {
      path: ["leavesAt"],
      error: "leaves_after_stop",
    })
    .refine(
      ({ stops: planned }) =>
        planned.every(({ arrivesAt }, i) => !i || arrivesAt >= planned[i - 1]!.arrivesAt),
      {
        path: ["stops"],
        error: "stops_out_of_order",
      },
    )
    .refine(
      ({ stops: planned }) => new Set(planned.map(({ deliveryId }) => deliveryId)).size === planned.length,
      {
        path: ["stops"],
        error: "duplicate",
      },
    );

export const PlanRun = runOf(z.array(PlannedStop).min(1, "lines_missing").max(100, "too_many"));
export type PlanRun = z.output<typeof PlanRun>;

const stopNumber = smallWhole(1, 100);

/**
 * Leaves with every stop but those of `without`, whose deliveries stay for another run. With `leaveBehind` boxes that
 * are not loaded stay too.
 */
export const LeaveRun = z.object({
  runId: id,
  without: z.array(stopNumber).max(100, "too_many").default([]),
  leaveBehind,
  occurredAt,
});
export type LeaveRun = z.output<typeof LeaveRun>;

export const ArriveRun = z.object({ runId: id, n: stopNumber, where, occurredAt });
export type ArriveRun = z.output<typeof ArriveRun>;

/** A box is handed over at a stop: to the next vehicle at a hand-over point, to the receiver at a door. */
export const HandOnBox = z.object({ runId: id, n: stopNumber, code: labelCode, where, occurredAt });
export type HandOnBox = z.output<typeof HandOnBox>;

export const FinishRun = z.object({ runId: id });
export type FinishRun = z.output<typeof FinishRun>;

export const CancelRun = z.object({ runId: id, reason: reasonText });
export type CancelRun = z.output<typeof CancelRun>;
