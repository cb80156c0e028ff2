import { Check, Truck } from "lucide-react";
import type { ReactNode } from "react";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import {
  noStages,
  reachedOf,
  type Reached,
  stages,
  type Station,
  stations,
} from "#app/domain/trace/stage.ts";
import type { TracedGift, TracedPromise } from "#app/domain/trace/trace.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { CaseList } from "./case-list.tsx";
import { DropCard } from "./drop-card.tsx";
import { PublicPhotos } from "./public-photos.tsx";

/** A gift of goods, step by step: each station with its day, each delivery with what came of it. */
export function GiftPath(props: { gift: TracedGift; promise: TracedPromise | null; today: string }) {
  const { gift, promise, today } = props;
  const { path: words, giftPhoto, cases } = useMessages().trace;
  const reached = reachedOf(allStages(gift));
  const dayOf = (station: Station): string | Date | null =>
    station === "received" ? gift.receivedOn : gift.firstAt[station];
  return (
    <ol className="path">
      {promise && (
        <Step reached="done" title={words.promised}>
          <CivilDate on={promise.pledgedOn} />
        </Step>
      )}
      {stations.map((station) => {
        const on = dayOf(station);
        return (
          <Step key={station} reached={reached[station]} title={words.stations[station]}>
            {on !== null && <CivilDate on={on} />}
            {station === "received" && gift.warehouse && (
              <span className="sub">{words.at(gift.warehouse)}</span>
            )}
            {station === "received" && <PublicPhotos photos={gift.photos} label={giftPhoto} />}
            {station === "confirmed" &&
              gift.drops.map((drop) => (
                <DropCard key={drop.number} drop={drop} cases={casesOf(gift, drop.id)} today={today} />
              ))}
          </Step>
        );
      })}
      <WhatIsLeft gift={gift} />
      {casesElsewhere(gift).length > 0 && (
        <Step reached="now" title={cases.title}>
          <CaseList cases={casesElsewhere(gift)} today={today} named />
        </Step>
      )}
    </ol>
  );
}

const casesOf = ({ cases }: TracedGift, deliveryId: string) =>
  cases.filter((each) => each.deliveryId === deliveryId);

/** Those of no delivery that is listed: between two warehouses, or of one that was called off. */
const casesElsewhere = ({ cases, drops }: TracedGift) =>
  cases.filter(({ deliveryId }) => !drops.some(({ id }) => id === deliveryId));

/** What stands at each station of all lots; how many pieces of different things does not matter, only whether. */
function allStages({ lots }: TracedGift) {
  const all = noStages();
  for (const lot of lots) for (const stage of stages) all[stage] += lot.stages[stage];
  return all;
}

function WhatIsLeft({ gift }: { gift: TracedGift }) {
  const { path: words, comma } = useMessages().trace;
  const left = gift.lots
    .map((lot) => ({ ...lot, amount: lot.stages.received + lot.stages.stored + lot.stages.between }))
    .filter(({ amount }) => amount > 0n);
  if (left.length === 0 || gift.drops.length === 0) return null;
  const amounts = left.map(({ item, unit, amount }) =>
    gift.lots.length === 1 ? formatQuantity(amount, unit) : `${item} ${formatQuantity(amount, unit)}`,
  );
  return (
    <Step reached="next" title={words.left(amounts.join(comma))}>
      <span className="sub">
        {gift.restriction === null ? words.leftFree : words.leftOnlyFor(gift.restriction)}
      </span>
    </Step>
  );
}

/** One station: a round mark, a heading, what is known of it. The state is also said in words. */
export function Step(props: { reached: Reached; title: string; children?: ReactNode }) {
  const words = useMessages().trace.path;
  const { reached } = props;
  return (
    <li>
      <span className={reached === "done" ? "dot" : `dot ${reached}`}>
        {reached === "done" && <Check aria-hidden />}
        {reached === "now" && <Truck aria-hidden />}
      </span>
      <h3>
        {props.title}
        <span className="sr-only"> ({words[reached]})</span>
      </h3>
      {props.children}
    </li>
  );
}
