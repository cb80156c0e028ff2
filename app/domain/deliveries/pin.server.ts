import { randomInt } from "node:crypto";

/** Four digits the sender passes on to the receiver; after five wrong ones a delivery is guarded. */
export const newPin = (): string => String(randomInt(0, 10_000)).padStart(4, "0");

export const PIN_TRIES = 5;
