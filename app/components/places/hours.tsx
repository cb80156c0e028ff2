import { useMessages } from "#app/i18n/provider.tsx";

/** When a site receives: "08:00 到 17:30", or all day. */
export function Hours({ from, to }: { from: string | null; to: string | null }) {
  const words = useMessages().sites;
  if (from === null && to === null) return <>{words.allDay}</>;
  return (
    <span className="whitespace-nowrap tabular-nums">{words.hoursOf(from ?? "00:00", to ?? "24:00")}</span>
  );
}
