/** A sentence of the page's words with its particulars: `{1}` and `{2}`. */
export const say = (sentence: string, ...particulars: (string | number)[]): string =>
  sentence.replace(/\{(\d)\}/g, (_all, n: string) => String(particulars[Number(n) - 1] ?? ""));

/** How long ago, as the page says it: 刚刚, minutes, hours, days. */
export function ago(
  since: string,
  [now = "", minutes = "", hours = "", days = ""]: readonly string[],
): string {
  const past = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 60_000));
  if (past < 1) return now;
  if (past < 60) return say(minutes, past);
  return past < 1440 ? say(hours, Math.floor(past / 60)) : say(days, Math.floor(past / 1440));
}
