import { Hand, Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "#app/components/layout/router.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { Place, StocktakeProgress } from "#app/domain/stocktakes/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Every place of a stocktake with its state; whoever may count gets to its sheet from here. */
export function PlaceGrid({ stocktake, mayCount }: { stocktake: StocktakeProgress; mayCount: boolean }) {
  const { dock, count: words } = useMessages().stocktakes;
  const open = stocktake.status === "counting";
  return (
    <ul className="grid grid-cols-1 desk:grid-cols-3">
      {stocktake.places.map((place) => (
        <li
          key={place.accountId}
          className="flex min-h-16 items-start justify-between gap-2 border-b border-line px-4 py-2"
        >
          <div className="min-w-0">
            <PlaceName
              href={
                open && mayCount ? `/desk/stocktakes/${stocktake.id}/count?at=${place.accountId}` : undefined
              }
              label={words.title(place.bin ?? dock)}
            >
              {place.bin ?? dock}
            </PlaceName>
            <Facts place={place} />
          </div>
          <div className="flex min-h-11 flex-none items-center">
            <PlaceState place={place} open={open} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function PlaceName(props: { href: string | undefined; label: string; children: ReactNode }) {
  if (props.href === undefined) return <b className="wrap-anywhere">{props.children}</b>;
  return (
    <Link
      to={props.href}
      aria-label={props.label}
      className="inline-flex min-h-11 items-center font-semibold wrap-anywhere"
    >
      {props.children}
    </Link>
  );
}

function Facts({ place }: { place: Place }) {
  const { detail: words } = useMessages().stocktakes;
  return (
    <div className="text-small text-ink-2">
      {place.zone && <div>{place.zone}</div>}
      {place.countedAt && (
        <div>
          {words.by(place.countedBy ?? "API", place.rounds)} · <DateTime at={place.countedAt} />
        </div>
      )}
      {place.pickedFor && <div>{words.pickedFor(place.pickedFor)}</div>}
    </div>
  );
}

function PlaceState({ place, open }: { place: Place; open: boolean }) {
  const { states } = useMessages().stocktakes.detail;
  if (open && place.pickedFor !== null) {
    return (
      <Tag tone="warn" icon={Hand}>
        {states.picking}
      </Tag>
    );
  }
  if (place.rounds === 0) {
    if (!open) return <Tag>{states.leftOut}</Tag>;
    return <Tag icon={Hourglass}>{states.waiting}</Tag>;
  }
  if (place.differs === null) return <Tag tone="in">{states.counted}</Tag>;
  return place.differs ? <Tag tone="bad">{states.differs}</Tag> : <Tag tone="ok">{states.same}</Tag>;
}
