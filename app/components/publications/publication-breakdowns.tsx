import type { ReactNode } from "react";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Section } from "#app/components/ui/section.tsx";
import type { Figures } from "#app/domain/publications/figures.ts";
import { count } from "#app/i18n/numbers.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const SHOWN = 20;

/** Where it went and from whom it came: the largest of each, the rest in the files. */
export function PublicationBreakdowns({ figures }: { figures: Figures }) {
  return (
    <>
      <Items rows={figures.balance.goods} />
      <Townships rows={figures.townships} />
      <Donors rows={figures.donors} />
      <Sites rows={figures.sites} />
    </>
  );
}

const ITEM_PARTS = ["opening", "received", "converted", "out", "lost", "closing"] as const;

/**
 * Restricted or not, an item has one line here; apart they stand in the balance sheet. Every line adds up by what is
 * shown: what was brought forward, made into kits or lost has its column as soon as one item has any.
 */
function Items({ rows }: { rows: Figures["balance"]["goods"] }) {
  const { publications: words } = useMessages();
  const { name, received, out, left } = words.byColumns;
  const { opening, converted, lost } = words;
  const labels = { opening, received, converted, out, lost, closing: left };
  const names = [...new Set(rows.map(({ item }) => item?.name))];
  const items = names.map((each) => rows.filter(({ item }) => item?.name === each));
  const always = ["received", "out", "closing"];
  const shown = ITEM_PARTS.filter(
    (part) => always.includes(part) || rows.some(({ quantity }) => (quantity?.[part] ?? 0n) !== 0n),
  );
  return (
    <Breakdown
      stacked
      title={words.byItem}
      rows={items}
      columns={[{ label: name }, ...shown.map((part) => ({ label: labels[part], numeric: true }))]}
    >
      {(parts) => (
        <tr key={parts[0]?.item?.name}>
          <th scope="row" lang="zh-CN">
            {parts[0]?.item?.name}
          </th>
          {shown.map((part) => (
            <td key={part} className="num" data-label={labels[part]}>
              <Quantity
                quantity={parts.reduce((sum, { quantity }) => sum + (quantity?.[part] ?? 0n), 0n)}
                unit={parts[0]?.item?.unit ?? ""}
              />
            </td>
          ))}
        </tr>
      )}
    </Breakdown>
  );
}

function Townships({ rows }: { rows: Figures["townships"] }) {
  const { publications: words } = useMessages();
  const { name, lines, value } = words.byColumns;
  return (
    <Breakdown
      title={words.byTownship}
      rows={rows}
      columns={[{ label: name }, { label: lines, numeric: true }, { label: value, numeric: true }]}
    >
      {(row) => (
        <tr key={row.name}>
          <th scope="row">{row.name === null ? words.noTownship : <span lang="zh-CN">{row.name}</span>}</th>
          <td className="num">{count(row.lines)}</td>
          <Amount fen={row.valueFen} />
        </tr>
      )}
    </Breakdown>
  );
}

function Donors({ rows }: { rows: Figures["donors"] }) {
  const { publications: words } = useMessages();
  const { name, lines, money, goods } = words.byColumns;
  return (
    <Breakdown
      title={words.byDonor}
      rows={rows}
      columns={[
        { label: name },
        { label: lines, numeric: true, wideOnly: true },
        { label: money, numeric: true },
        { label: goods, numeric: true },
      ]}
    >
      {(row) => (
        <tr key={row.name}>
          <th scope="row">{row.name === null ? words.anonymous : <span lang="zh-CN">{row.name}</span>}</th>
          <td className="num wide-only">{count(row.lines)}</td>
          <Amount fen={row.moneyFen} />
          <Amount fen={row.goodsFen} />
        </tr>
      )}
    </Breakdown>
  );
}

function Sites({ rows }: { rows: Figures["sites"] }) {
  const { publications: words } = useMessages();
  const { name, township, lines, value } = words.byColumns;
  return (
    <Breakdown
      title={words.bySite}
      rows={rows}
      columns={[
        { label: name },
        { label: township, wideOnly: true },
        { label: lines, numeric: true },
        { label: value, numeric: true },
      ]}
    >
      {(row) => (
        <tr key={`${row.township}/${row.name}`}>
          <th scope="row" lang="zh-CN">
            {row.name}
          </th>
          <td className="wide-only" lang="zh-CN">
            {row.township}
          </td>
          <td className="num">{count(row.lines)}</td>
          <Amount fen={row.valueFen} />
        </tr>
      )}
    </Breakdown>
  );
}

const Amount = ({ fen }: { fen: bigint }) => (
  <td className="num">
    <Money fen={fen} bare />
  </td>
);

function Breakdown<Row>(props: {
  title: string;
  stacked?: boolean;
  rows: readonly Row[];
  columns: { label: string; numeric?: boolean; wideOnly?: boolean }[];
  children: (row: Row) => ReactNode;
}) {
  const { publications: words } = useMessages();
  const { title, stacked, rows, columns, children } = props;
  if (rows.length === 0) return null;
  return (
    <Section title={title} note={rows.length > SHOWN ? words.more(rows.length - SHOWN) : undefined}>
      <Ledger narrow stacked={stacked} caption={title} captionHidden columns={columns}>
        {rows.slice(0, SHOWN).map(children)}
      </Ledger>
    </Section>
  );
}
