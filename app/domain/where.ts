import { z } from "zod";

/** Where a phone was: degrees of WGS 84, to about ten metres, and how far off it may be, in metres. */
export interface Where {
  latitude: number;
  longitude: number;
  /** Null where the phone did not say. */
  accuracy: number | null;
}

const TEN_METRES = 1e4;

const number = z.union([z.string(), z.number()]).nullish();
const within = (text: string | number | null | undefined, most: number): number | null => {
  if (text === null || text === undefined || text === "") return null;
  const found = Number(text);
  return Number.isFinite(found) && Math.abs(found) <= most ? found : null;
};
const rounded = (degrees: number): number => Math.round(degrees * TEN_METRES) / TEN_METRES;

/**
 * Where something happened, when whoever held the phone allowed it. What is no place on earth reads as null: an act is
 * never refused for the want of it.
 */
export const where = z
  .object({ latitude: number, longitude: number, accuracy: number })
  .nullish()
  .transform((place): Where | null => {
    const latitude = within(place?.latitude, 90);
    const longitude = within(place?.longitude, 180);
    if (latitude === null || longitude === null) return null;
    const accuracy = within(place?.accuracy, 1e7);
    return {
      latitude: rounded(latitude),
      longitude: rounded(longitude),
      accuracy: accuracy === null ? null : Math.round(Math.abs(accuracy)),
    };
  });
