/** Round marks from 0 up to at least `most`: steps of 1, 2, 2.5 or 5 at some power of ten, four to six of them. */
export function roundMarks(most: number): number[] {
  if (!(most > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(most));
  const step =
    [0.2, 0.25, 0.5, 1, 2].map((part) => part * power).find((size) => most / size <= 5) ?? power * 2;
  const marks = Math.ceil(most / step - 1e-9);
  return Array.from({ length: marks + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
