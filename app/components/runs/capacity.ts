import type { Messages } from "#app/i18n/messages.ts";

interface Capacities {
  capacityBoxes: number | null;
  capacityKilograms: number | null;
  capacityTenthsM3: number | null;
}

/** What a vehicle carries in boxes, kilograms and cubic metres, as far as that is known; "" when nothing is. */
export function capacityIn(words: Messages["runs"]["vehicles"], of: Capacities): string {
  const { capacityBoxes, capacityKilograms, capacityTenthsM3 } = of;
  return [
    capacityBoxes !== null && words.boxes(capacityBoxes),
    capacityKilograms !== null && words.kilograms(capacityKilograms),
    capacityTenthsM3 !== null && words.cubicMetres(inMetres(capacityTenthsM3)),
  ]
    .filter((each) => each !== false)
    .join(" · ");
}

/** Tenths of a cubic metre as "12.5". */
export const inMetres = (tenths: number): string =>
  `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? "" : `.${tenths % 10}`}`;
