import type { BoxKind } from "#db/vocabulary";
import { Button } from "#app/components/ui/button.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import type { BoxHistoryEvent } from "#app/domain/boxes/get.server.ts";
import type { Where } from "#app/domain/where.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { BoxPlace } from "./box-place.tsx";

const undoable = ["box.receive", "box.move", "box.nest", "box.pick", "box.load", "box.hand-on"];

/** Who did what with a box, the last first; the last step may be taken back. */
export function BoxHistory(props: {
  kind: BoxKind;
  events: BoxHistoryEvent[];
  mayUndo: boolean;
  requestId: string;
}) {
  const words = useMessages().boxes;
  const { columns } = words;
  const last = props.events[0];
  return (
    <Ledger
      caption={words.history}
      captionHidden
      columns={[
        { label: columns.at },
        { label: columns.what },
        { label: columns.from },
        { label: columns.to },
        { label: columns.by },
        { label: words.undo, hiddenLabel: true },
      ]}
    >
      {props.events.map((event) => (
        <tr key={event.id}>
          <td className="whitespace-nowrap">
            <DateTime at={event.at} year />
          </td>
          <th scope="row">
            {props.kind === "pallet" && event.kind === "box.pack"
              ? words.palletMade
              : words.events[event.kind]}{" "}
            {event.onPallet && <Tag>{words.onPalletToo}</Tag>} {event.undone && <Tag>{words.undone}</Tag>}
            {event.delivery && <small className="code">{event.delivery}</small>}
            {event.run && (
              <small>
                <Link to={`/desk/runs/${event.run.id}`} className="code">
                  {event.run.number}
                </Link>
              </small>
            )}
            {event.where && <Spot where={event.where} />}
          </th>
          <td>
            <Place at={event.from} />
          </td>
          <td>
            <Place at={event.to} />
          </td>
          <td className="whitespace-nowrap">{event.by ?? "—"}</td>
          <td>
            {props.mayUndo &&
              event === last &&
              !event.undone &&
              !event.onPallet &&
              undoable.includes(event.kind) && (
                <Form method="post">
                  <input type="hidden" name="requestId" value={props.requestId} />
                  <input type="hidden" name="eventId" value={event.id} />
                  <Button name="intent" value="undo" className="whitespace-nowrap">
                    {words.undo}
                  </Button>
                </Form>
              )}
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

/** Degrees, which a phone's map opens. */
function Spot({ where: { latitude, longitude, accuracy } }: { where: Where }) {
  const words = useMessages().boxes;
  return (
    <small>
      <a href={`geo:${latitude},${longitude}`}>
        {words.spot(`${latitude.toFixed(4)}, ${longitude.toFixed(4)}`, accuracy)}
      </a>
    </small>
  );
}

function Place({ at }: { at: BoxHistoryEvent["from"] }) {
  return at === null ? <>—</> : <BoxPlace bin={at.bin} kind={at.kind} />;
}
