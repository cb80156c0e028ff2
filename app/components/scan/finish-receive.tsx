import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import { type FinishProps, FinishSheet } from "./finish.tsx";

/** What came, box by box: a sum of what is known and what nobody has opened yet, against what was expected. */
export function FinishReceive({ station, known, context, close }: FinishProps) {
  const words = useMessages().scan;
  const consignment = known.consignments.get(context.consignmentId ?? "");
  if (!consignment) return null;
  const { id, boxes, expectedBoxes, lines } = consignment;
  const unknown = [...known.boxes.values()].filter(
    (box) => box.consignmentId === id && box.line === undefined && box.in.length === 0,
  ).length;
  const finish = () => {
    station.setContext({ ...context, consignmentId: null, line: null, perBox: null });
    close();
  };
  return (
    <FinishSheet
      title={words.finish.receiveTitle}
      close={close}
      main={
        <Button type="button" tone="primary" onClick={finish}>
          {words.finish.receiveOk}
        </Button>
      }
    >
      <table className="scan-sum">
        <tbody>
          <tr>
            <th scope="row">{words.finish.known}</th>
            <td className="num">{words.run.boxes(boxes - unknown)}</td>
          </tr>
          <tr>
            <th scope="row">+ {words.finish.unknown}</th>
            <td className="num">{words.run.boxes(unknown)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.finish.total}</th>
            <td className="num">{words.run.boxes(boxes)}</td>
          </tr>
        </tfoot>
      </table>
      {expectedBoxes !== null && <p>{words.finish.expected(expectedBoxes)}</p>}
      <ul className="scan-facts">
        {lines.map(({ n, item, unit, counted, expected }) => (
          <li key={n}>
            <span>{item}</span>
            <span className="num">{words.finish.counted(counted, expected, unit)}</span>
          </li>
        ))}
      </ul>
      <p>
        {words.finish.receiveNext} <a href={`/desk/consignments/${id}`}>{words.finish.receiveOpen}</a>
      </p>
    </FinishSheet>
  );
}
