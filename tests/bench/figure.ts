/** One line of the report. */
export interface Figure {
  name: string;
  figure: number;
  unit: string;
  reference: { name: string; figure: number };
  /** What `figure / reference` must reach, or, for `atMost`, may not exceed. */
  goal: { atLeast: number } | { atMost: number };
  note?: string;
}

/** Prints a figure, what it is held against, their ratio and the goal; answers whether it was met. */
export function report({ name, figure, unit, reference, goal, note }: Figure): boolean {
  const ratio = figure / reference.figure;
  const met = "atLeast" in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
  const wanted = "atLeast" in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
  console.log(
    `${met ? "ok    " : "missed"} ${name}: ${round(figure)} ${unit}; ${reference.name} ${round(reference.figure)} ${unit}; ` +
      `ratio ${round(ratio)}, goal ${wanted}${note ? ` (${note})` : ""}`,
  );
  return met;
}

const round = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value.toPrecision(3).replace(/\.?0+$/, "");
