import type { TypedValue } from "#app/components/fields/read-form.ts";

/** A part to be covered as its fields hold it: thousandths, as typed. */
export interface Part {
  /** For this page only, to tell parts apart. */
  key: number;
  x: string;
  y: string;
  width: string;
  height: string;
}

export const sides = ["x", "y", "width", "height"] as const;
export type Side = (typeof sides)[number];

/** Where a part that was added by key stands at first. */
export const FRESH = { x: "400", y: "400", width: "200", height: "200" };
const STEP = 10;

/** The parts of a form, as an address or an answer brings them. */
export function partsOf(values: TypedValue | undefined): Part[] {
  if (!Array.isArray(values)) return [];
  return values.map((value, key) => {
    const typed = (side: Side): string => {
      const text = typeof value === "object" && !Array.isArray(value) ? value[side] : undefined;
      return typeof text === "string" ? text : "";
    };
    return { key, x: typed("x"), y: typed("y"), width: typed("width"), height: typed("height") };
  });
}

/** Where a part stands on the picture; what reaches beyond the picture ends with it. */
export function placeOf(part: Omit<Part, "key">) {
  const [left, top] = [number(part.x), number(part.y)];
  return {
    left: share(left),
    top: share(top),
    width: share(Math.min(1000 - left, number(part.width))),
    height: share(Math.min(1000 - top, number(part.height))),
  };
}

const number = (typed: string): number => within(Number(typed) || 0);
const share = (thousandths: number): string => `${thousandths / 10}%`;

/** The part between two points of the picture, in thousandths; null when it is hardly more than a tap. */
export function partBetween(
  a: { x: number; y: number },
  b: { x: number; y: number },
): Omit<Part, "key"> | null {
  const [left, right] = ends(a.x, b.x);
  const [top, bottom] = ends(a.y, b.y);
  if (right - left < STEP || bottom - top < STEP) return null;
  return { x: `${left}`, y: `${top}`, width: `${right - left}`, height: `${bottom - top}` };
}

const ends = (a: number, b: number): [number, number] => [within(Math.min(a, b)), within(Math.max(a, b))];
const within = (n: number): number => Math.min(1000, Math.max(0, Math.round(n)));

/** What an arrow key does to a part: moves it, or with Shift makes it larger or smaller. Null for any other key. */
export function partMoved(part: Part, key: string, isResize: boolean): Part | null {
  const arrow = arrows[key];
  if (!arrow) return null;
  const [side, length, by] = arrow;
  const [changed, other] = isResize ? [length, side] : [side, length];
  const least = isResize ? STEP : 0;
  const most = 1000 - (Number(part[other]) || 0);
  const next = Math.min(most, Math.max(least, (Number(part[changed]) || 0) + by));
  return { ...part, [changed]: `${next}` };
}

const arrows: Readonly<Record<string, readonly [side: Side, length: Side, by: number]>> = {
  ArrowLeft: ["x", "width", -STEP],
  ArrowRight: ["x", "width", STEP],
  ArrowUp: ["y", "height", -STEP],
  ArrowDown: ["y", "height", STEP],
};
