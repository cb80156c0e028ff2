import { Check, TriangleAlert, X } from "lucide-react";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Note } from "#app/components/ui/note.tsx";
import type { Conversion, Remark, SheetInWords } from "#app/domain/imports/in-words.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

const MOST_SHOWN = 100;

/** What was noticed of a sheet, in three kinds: must be mended, please look, and done for you. */
export function RemarkTable({ sheet }: { sheet: SheetInWords }) {
  const { check } = useMessages().imports;
  const { problems, looks, done } = sheet;
  if (problems.length + looks.length + done.length === 0) return <Note tone="ok">{check.none}</Note>;
  const shownLooks = looks.slice(0, Math.max(0, MOST_SHOWN - problems.length));
  const left = problems.length + looks.length - Math.min(problems.length, MOST_SHOWN) - shownLooks.length;
  return (
    <>
      <Ledger
        caption={check.title}
        captionHidden
        columns={[
          { label: check.row },
          { label: check.column },
          { label: check.written },
          { label: check.problem },
          { label: check.todo },
        ]}
      >
        {problems.slice(0, MOST_SHOWN).map((remark, index) => (
          <RemarkRow key={`problem-${index}`} remark={remark} must />
        ))}
        {shownLooks.map((remark, index) => (
          <RemarkRow key={`look-${index}`} remark={remark} />
        ))}
        {done.map((conversion, index) => (
          <ConversionRow key={`done-${index}`} conversion={conversion} />
        ))}
      </Ledger>
      {left > 0 && <p className="inside text-small text-ink-2">{check.more(left)}</p>}
    </>
  );
}

function RemarkRow({ remark, must = false }: { remark: Remark; must?: boolean }) {
  const { check } = useMessages().imports;
  return (
    <tr className={must ? "wrong" : "flag"}>
      <th scope="row" className="whitespace-nowrap">
        {check.atRow(remark.row)}
      </th>
      <td>{remark.column ?? "—"}</td>
      <td className="code">{remark.value || "—"}</td>
      <td>
        {must ? (
          <span className="err-msg">
            <X aria-hidden />
            {remark.what}
          </span>
        ) : (
          <span>
            <TriangleAlert aria-hidden /> {remark.what}
          </span>
        )}
      </td>
      <td>{remark.todo || "—"}</td>
    </tr>
  );
}

const FIRST_ROWS = 8;

function ConversionRow({ conversion }: { conversion: Conversion }) {
  const { check } = useMessages().imports;
  const comma = useLocale() === "en" ? ", " : "、";
  const { rows, what } = conversion;
  const first = rows.slice(0, FIRST_ROWS).join(comma) + (rows.length > FIRST_ROWS ? "…" : "");
  return (
    <tr className="text-ink-2">
      <th scope="row" className="font-normal" colSpan={3}>
        {check.rows(rows.length, first)}
      </th>
      <td colSpan={2}>
        <Check aria-hidden /> {what}
      </td>
    </tr>
  );
}
