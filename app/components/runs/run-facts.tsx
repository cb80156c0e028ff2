import { Facts } from "#app/components/gifts/facts.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { formatDate } from "#app/domain/dates.ts";
import type { Run } from "#app/domain/runs/get.server.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { capacityIn, inMetres } from "./capacity.ts";

/** Vehicle, driver and times of a run. */
export function RunFacts({ run }: { run: Run }) {
  const words = useMessages().runs;
  const { detail } = words;
  const locale = useLocale();
  const sum = (of: "boxes" | "weighed" | "grams") => run.stops.reduce((total, stop) => total + stop[of], 0);
  const boxes = sum("boxes");
  return (
    <Facts
      facts={[
        [detail.vehicle, words.create.vehicleChoice(run.plate, capacityIn(words.vehicles, run))],
        [
          detail.driver,
          <>
            {run.driver} {run.driverPhone && <a href={`tel:${run.driverPhone}`}>{run.driverPhone}</a>}
            <small className="block text-small font-normal text-ink-2">
              {run.healthPaperUntil === null
                ? detail.noPaper
                : detail.paper(formatDate(run.healthPaperUntil, locale))}
            </small>
          </>,
        ],
        [detail.warehouse, [run.warehouse, run.warehouseAddress].filter(Boolean).join(" · ")],
        [detail.load, words.boxes(boxes)],
        [
          detail.weight,
          <>
            {detail.weighed(sum("weighed"), boxes, Math.ceil(sum("grams") / 1000), run.capacityKilograms)}
            <small className="block text-small font-normal text-ink-2">{detail.notChecked}</small>
          </>,
        ],
        [
          detail.volume,
          <>
            {detail.roomFor(run.capacityTenthsM3 === null ? null : inMetres(run.capacityTenthsM3))}
            <small className="block text-small font-normal text-ink-2">{detail.notMeasured}</small>
          </>,
        ],
        [detail.leavesAt, <DateTime key="leaves" at={run.leavesAt} />],
        [detail.leftAt, run.leftAt && <DateTime at={run.leftAt} />],
        [detail.doneAt, run.doneAt && <DateTime at={run.doneAt} />],
        [detail.plannedBy, run.plannedBy],
        [detail.reason, run.cancelledReason],
        [detail.note, run.note],
      ]}
    />
  );
}
