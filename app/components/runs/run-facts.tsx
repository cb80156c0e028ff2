import { Facts } from "#app/components/gifts/facts.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import type { Run } from "#app/domain/runs/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Vehicle, driver and times of a run. */
export function RunFacts({ run }: { run: Run }) {
  const words = useMessages().runs;
  const { detail } = words;
  const boxes = run.stops.reduce((sum, stop) => sum + stop.boxes, 0);
  return (
    <Facts
      facts={[
        [detail.vehicle, words.create.vehicleChoice(run.plate, run.capacityBoxes)],
        [
          detail.driver,
          <>
            {run.driver} {run.driverPhone && <a href={`tel:${run.driverPhone}`}>{run.driverPhone}</a>}
          </>,
        ],
        [detail.warehouse, [run.warehouse, run.warehouseAddress].filter(Boolean).join(" · ")],
        [detail.load, words.boxes(boxes)],
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
