import type { Locale } from "#db/vocabulary";
import { formatQuantity } from "../quantity.ts";

/** What somebody signs for: shown before they sign, kept as they signed it, and printed. */
export interface Agreement {
  locale: Locale;
  site: string;
  /** The delivery's number. */
  number: string;
  organization: string;
  /** More is still to come. */
  part: boolean;
  lines: readonly AgreedLine[];
}

/** A line as it is signed for, in base units. */
export interface AgreedLine {
  item: string;
  specification: string | null;
  unit: string;
  good: bigint;
  short: bigint;
  damaged: bigint;
  extra: bigint;
  /** Signed for as good before, when the delivery comes in parts. */
  before: bigint;
}

/**
 * The exact words that are agreed to by signing, one sentence a line of text. The page shows them before, the server
 * writes them with the receipt, the PDF prints them: the same to the letter, since all three come from here.
 */
export function agreedText({ locale, site, number, organization, part, lines }: Agreement): string {
  const say = words[locale];
  // Of a part, what did not come is not spoken of.
  const counted = part ? lines.filter(({ good, damaged }) => good + damaged > 0n) : lines;
  return [
    say.head(site, organization, number),
    ...counted.map((line, i) => `${i + 1}. ${say.line(line)}`),
    part ? say.part : say.whole,
  ].join("\n");
}

const words = {
  "zh-CN": {
    head: (site: string, organization: string, number: string) =>
      `我代表${site}签收${organization}发来的送货单 ${number}，当面点收如下：`,
    line: ({ item, specification, unit, ...counts }: AgreedLine) => {
      const said = [`完好 ${formatQuantity(counts.good, unit)}`];
      if (counts.short > 0n) said.push(`短少 ${formatQuantity(counts.short, unit)}`);
      if (counts.damaged > 0n) said.push(`破损 ${formatQuantity(counts.damaged, unit)}`);
      if (counts.extra > 0n) said.push(`多出 ${formatQuantity(counts.extra, unit)}`);
      if (counts.before > 0n) said.push(`此前已签收 ${formatQuantity(counts.before, unit)}`);
      return `${item}${specification ? `（${specification}）` : ""}：${said.join("，")}。`;
    },
    part: "这次只到了一部分，其余的到了再签。",
    whole: "这张送货单点收完毕。",
  },
  en: {
    head: (site: string, organization: string, number: string) =>
      `For ${site} I sign for delivery ${number} from ${organization}. Counted at the door:`,
    line: ({ item, specification, unit, ...counts }: AgreedLine) => {
      const said = [`${formatQuantity(counts.good, unit)} in good state`];
      if (counts.short > 0n) said.push(`${formatQuantity(counts.short, unit)} missing`);
      if (counts.damaged > 0n) said.push(`${formatQuantity(counts.damaged, unit)} damaged`);
      if (counts.extra > 0n) said.push(`${formatQuantity(counts.extra, unit)} extra`);
      if (counts.before > 0n) said.push(`${formatQuantity(counts.before, unit)} signed for before`);
      return `${item}${specification ? ` (${specification})` : ""}: ${said.join(", ")}.`;
    },
    part: "This is a part of the delivery. The rest will be signed for when it comes.",
    whole: "This closes the delivery.",
  },
} satisfies Record<Locale, unknown>;
