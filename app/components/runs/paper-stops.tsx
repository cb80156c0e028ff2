import { Code } from "#app/components/ui/code.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { RunStop } from "#app/domain/runs/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { StopNotes } from "./stop-list.tsx";

/** The stops on paper, each with room to write when it arrived and to sign. */
export function PaperStops({ stops }: { stops: RunStop[] }) {
  const words = useMessages().runs;
  const { columns: heads } = words.paper;
  const columns = [
    { label: heads.n, numeric: true },
    { label: heads.where },
    { label: heads.goods },
    { label: heads.boxes, numeric: true },
    { label: heads.arrives },
    { label: heads.notes },
    { label: heads.signed },
  ];
  return (
    <Ledger caption={words.paper.title} captionHidden columns={columns}>
      {stops.map((stop) => (
        <tr key={stop.n}>
          <td className="num">{stop.n}</td>
          <th scope="row">
            {stop.kind === "door" ? stop.site : `${words.detail.point} ${stop.address}`}
            <small>
              {stop.township} {stop.kind === "door" ? stop.address : words.detail.pointOf(stop.site)}
            </small>
            {stop.takenOverAt && <small>{words.detail.takenOver(stop.takenOverAt)}</small>}
          </th>
          <td>
            <Code>{stop.delivery}</Code>
          </td>
          <td className="num">{words.boxes(stop.boxes)}</td>
          <td>
            <DateTime at={stop.arrivesAt} />
          </td>
          <td>
            <StopNotes stop={stop} />
            {stop.kind === "door" && (
              <p>
                {stop.contactName} {stop.contactPhone}
              </p>
            )}
          </td>
          <td className="min-w-40" />
        </tr>
      ))}
    </Ledger>
  );
}
