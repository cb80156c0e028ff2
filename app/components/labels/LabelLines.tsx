import type { Arrangement } from "#app/domain/labels/arrange.ts";
import {
  type DeliveryLabelLine,
  labelWords as words,
  lineCells,
  moreWords,
} from "#app/domain/labels/delivery-label.ts";

/** The lines that fit on a label, and how many more there are. */
export function LabelLines({ arrangement }: { arrangement: Arrangement }) {
  const more = moreWords(arrangement.hidden);
  return (
    <div className="label-lines">
      <table>
        <colgroup>
          <col />
          <col className="label-column-lot" />
          <col className="label-column-quantity" />
        </colgroup>
        <thead>
          <tr>
            {[words.item, words.lot, words.quantity].map((heading) => (
              <th key={heading.en} scope="col">
                {heading.zh} <span lang="en">{heading.en}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {arrangement.rows.map(({ line }, n) => (
            <LineRow key={n} line={line} />
          ))}
        </tbody>
      </table>
      {arrangement.hidden > 0 && (
        <p className="label-more">
          {more.zh} / <span lang="en">{more.en}</span>
        </p>
      )}
    </div>
  );
}

function LineRow({ line }: { line: DeliveryLabelLine }) {
  const cells = lineCells(line);
  return (
    <tr>
      <td>
        <b className="label-item">{cells.item}</b>
        {cells.specification && <small>{cells.specification}</small>}
      </td>
      <td>
        <small>{cells.lot}</small>
        {cells.expiry && <b>{cells.expiry}</b>}
      </td>
      <td>
        <b>{cells.total}</b>
        {cells.packing && <small>{cells.packing}</small>}
      </td>
    </tr>
  );
}
