import { Phone } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import type { Holder } from "#app/domain/boxes/holder.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** Who has something, since when, and how to reach them. */
export function HolderLine({ holder }: { holder: Holder }) {
  const { custody: words } = useMessages();
  const locale = useLocale();
  return (
    <>
      <b>
        <Hands holder={holder} />
      </b>{" "}
      <span className="whitespace-nowrap text-ink-2">
        {words.since(formatDateTime(holder.since, locale))}
      </span>
      <More holder={holder} />
    </>
  );
}

function Hands({ holder }: { holder: Holder }): ReactNode {
  const { boxes, custody: words } = useMessages();
  switch (holder.is) {
    case "warehouse": {
      const signs: Partial<Record<string, string>> = boxes.places;
      const place = holder.kind === "bin" ? holder.place : (signs[holder.kind] ?? holder.place);
      return words.warehouse(holder.warehouse, place);
    }
    case "vehicle":
      return words.vehicle(holder.plate, holder.driver);
    case "road":
      return words.road;
    case "point":
      return words.point(holder.place);
    case "receiver":
      return words.receiver(holder.site);
    case "site":
      return words.site(holder.site);
    case "nobody":
      return words.nobody;
  }
}

function More({ holder }: { holder: Holder }): ReactNode {
  const { custody: words } = useMessages();
  const locale = useLocale();
  switch (holder.is) {
    case "vehicle":
      return (
        <span className="block text-small">
          {words.run} <RunLink id={holder.runId} number={holder.run} />
          {holder.point && ` · ${words.from(holder.point)}`}
          {holder.doorSince && ` · ${words.door(formatDateTime(holder.doorSince, locale))}`}
          {holder.phone && (
            <>
              {" · "}
              <a href={`tel:${holder.phone}`} className="whitespace-nowrap">
                <Phone aria-hidden className="inline size-4" /> {words.call} {holder.phone}
              </a>
            </>
          )}
        </span>
      );
    case "point":
    case "receiver":
      return (
        <span className="block text-small">
          {words.run} <RunLink id={holder.runId} number={holder.run} />
        </span>
      );
    case "site":
      return holder.by === null ? null : <span className="block text-small">{words.signed(holder.by)}</span>;
    default:
      return null;
  }
}

function RunLink({ id, number }: { id: string; number: string }) {
  return (
    <Link to={`/desk/runs/${id}`}>
      <Code>{number}</Code>
    </Link>
  );
}
