import { networkOf } from "../people/sign-in-limits.server.ts";
import { limiterOf, spend } from "../rate-limit.server.ts";

const MINUTES = 15;
/** Photos from one address in a quarter of an hour: eight for each of a dozen doors behind one network. */
export const DOOR_PHOTOS = 96;

const limiter = limiterOf("door-photo", DOOR_PHOTOS, MINUTES * 60);

/** Counts a photo before it is looked at; `rate_limited`, with the minutes to wait, when this address sent too many. */
export const countDoorPhoto = (address: string): Promise<void> => spend(limiter(), networkOf(address));
