/** The steps of a delivery through the warehouse to the door, in order. */
export const deliverySteps = ["planned", "picked", "loaded", "dispatched", "confirmed"] as const;
export type DeliveryStep = (typeof deliverySteps)[number];

/** From the day's order to the receiver's door: what the organization promised itself in 2022, in hours. */
export const HOURS_TO_THE_DOOR = 48;

export interface Progress {
  createdAt: Date;
  pickedAt: Date | null;
  dispatchedAt: Date | null;
  /** Boxes scanned off the shelf, and onto the vehicle. */
  boxes: number;
  loaded: number;
}

/** The step a delivery waits for. */
export function nextStep({ pickedAt, dispatchedAt, boxes, loaded }: Progress): DeliveryStep {
  if (dispatchedAt !== null) return "confirmed";
  if (pickedAt === null) return "picked";
  return boxes > 0 && loaded < boxes ? "loaded" : "dispatched";
}

/** When it should be signed for. */
export const dueAt = ({ createdAt }: Progress): Date =>
  new Date(createdAt.getTime() + HOURS_TO_THE_DOOR * 3_600_000);
