/** "14:20:07" of the phone's clock. */
export const clockTime = (iso: string): string => timeOf(iso, { second: "2-digit" });

/** "14:20" of the phone's clock. */
export const shortTime = (iso: string): string => timeOf(iso, {});

const timeOf = (iso: string, more: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", ...more }).format(new Date(iso));

export const minutesSince = (iso: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
