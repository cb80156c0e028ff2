import { formatWan, formatYuan } from "#app/domain/money.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** How an amount is written: in 元 with two decimals, or in 万元 (millions in English) in summaries. */
export type MoneyScale = "yuan" | "wan";

/**
 * An amount of fen. `bare` leaves the unit to the column's head or the section's note. A rounded amount carries the
 * exact one as its title.
 */
export function Money(props: { fen: bigint; in?: MoneyScale; bare?: boolean }) {
  const { fen, in: scale = "yuan", bare = false } = props;
  const locale = useLocale();
  const { units } = useMessages().common;
  const exact = locale === "zh-CN" ? `${formatYuan(fen)} ${units.yuan}` : withSign(formatYuan(fen));
  const title = scale === "wan" ? exact : undefined;

  if (locale === "zh-CN") {
    return (
      <span title={title}>
        {scale === "wan" ? formatWan(fen) : formatYuan(fen)}
        {!bare && <span className="unit">{scale === "wan" ? units.wan : units.yuan}</span>}
      </span>
    );
  }
  const amount = scale === "wan" ? inMillions(fen) : formatYuan(fen);
  return <span title={title}>{bare ? amount : withSign(amount) + (scale === "wan" ? " million" : "")}</span>;
}

/** Millions with two decimals are 万元 one scale up; cutting two digits first cannot change how the rest rounds. */
function inMillions(fen: bigint): string {
  return formatWan(fen / 100n);
}

function withSign(amount: string): string {
  return amount.startsWith("−") ? `−¥${amount.slice(1)}` : `¥${amount}`;
}
