import { Link } from "#app/components/layout/router.ts";
import { CivilDate } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag, type Tone } from "#app/components/ui/tag.tsx";
import type { Arrival } from "#app/domain/board/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const tones: Record<Arrival["status"], Tone> = {
  expected: "plain",
  counting: "in",
  received: "ok",
  cancelled: "bad",
};

/** What comes to the door, and how far it is. */
export function ArrivalsPanel({ arrivals }: { arrivals: Arrival[] }) {
  const { arrivals: words } = useMessages().board;
  const { columns } = words;
  return (
    <Panel
      title={words.title}
      note={words.note(arrivals.length)}
      more={<Link to="/desk/consignments">{words.more}</Link>}
    >
      <Ledger
        caption={words.title}
        captionHidden
        narrow
        columns={[
          { label: columns.when },
          { label: columns.what },
          { label: columns.boxes, numeric: true },
          { label: columns.step },
        ]}
        empty={<Empty title={words.none}>{words.noneHow}</Empty>}
      >
        {arrivals.map((arrival) => (
          <tr key={arrival.id}>
            <td className="whitespace-nowrap">
              {arrival.expectedOn === null ? words.noDay : <CivilDate on={arrival.expectedOn} />}
            </td>
            <th scope="row">
              <Link to={`/desk/consignments/${arrival.id}`}>{arrival.items ?? words.unknown}</Link>
              <small>{arrival.donor ?? arrival.number}</small>
            </th>
            <td className="num">{words.boxes(arrival.boxes, arrival.expectedBoxes)}</td>
            <td>
              <Tag tone={tones[arrival.status]}>{words.steps[arrival.status]}</Tag>
            </td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}
