import { useMessages } from "#app/i18n/provider.tsx";

const minute = 60_000;

/**
 * The distance between `at` and `now`, "还剩 3 天" or "20 分钟前": beside a date, never instead of it.
 * `now` comes from the loader, so that server and browser say the same.
 */
export function Ago({ at, now }: { at: Date; now: Date }) {
  const { time } = useMessages().common;
  const distance = at.getTime() - now.getTime();
  const minutes = Math.floor(Math.abs(distance) / minute);
  const ahead = distance > 0;
  return <span>{words()}</span>;

  function words(): string {
    if (minutes < 1) return time.now;
    if (minutes < 60) return ahead ? time.minutesLeft(minutes) : time.minutesAgo(minutes);
    const hours = Math.floor(minutes / 60);
    if (hours < 48) return ahead ? time.hoursLeft(hours) : time.hoursAgo(hours);
    const days = Math.floor(hours / 24);
    return ahead ? time.daysLeft(days) : time.daysAgo(days);
  }
}
