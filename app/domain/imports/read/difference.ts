import { chineseNumber } from "./chinese-number.ts";
import type { ReceiptDifference } from "./reading.ts";

const COUNT = String.raw`(\d+|[一二两三四五六七八九十百千]+)`;
const UNIT = String.raw`([^\d,，;；、。/()（）其余全收签短少缺破损坏]{0,3})`;
const SHORT = "短少|短缺|缺少|缺失|少收|少到|少了|短收|丢失|遗失|缺|少|欠";
const DAMAGED = "破损|损坏|损毁|毁损|污损|受潮|变质|漏液|破|坏|损";
const NAMED = new RegExp(`(?:(${SHORT})|(${DAMAGED}))了?${COUNT}${UNIT}`, "g");
const NAMED_AFTER = new RegExp(`${COUNT}${UNIT}(?:(${SHORT})|(${DAMAGED}))`, "g");
const RECEIVED_OF = new RegExp(`^实[收到]${COUNT}${UNIT}$`);
const COMPLETE =
  /^((已|全部|全数|均已|完整|足额|其余)*(全收|签收|收到|收齐|收讫|接收|领取|验收|确认)(完毕|合格|无误)?|收|齐全|完好|完整|正常|合格|无误|无差异|无异常|无|足额|是|√|✓|✔|ok|-+|\/+)*$/i;

export type DifferenceReading =
  | { kind: "none" }
  | { kind: "some"; differences: [ReceiptDifference, ...ReceiptDifference[]] }
  | { kind: "failed" };

/**
 * Reads a receipt's folded words: 全收, `短少4只`, `破损2套`, `短少4只，破损2套`, `实收96只`.
 * A unit other than the line's, or words without a number (部分短少), fail.
 */
export function readDifference(folded: string, quantity: bigint, unit: string): DifferenceReading {
  const words = folded
    .replace(/[()（）]/g, "")
    .replace(/[,，;；、。/]+/g, "、")
    .replace(/^、|、$/g, "");
  if (words.split("、").every((word) => COMPLETE.test(word))) return { kind: "none" };
  const received = RECEIVED_OF.exec(words);
  if (received) return receivedOf(received[1], received[2], quantity, unit);
  const differences: ReceiptDifference[] = [];
  let rightUnit = true;
  const take = (short: string | undefined, count: string | undefined, stated: string | undefined) => {
    const counted = countOf(count);
    rightUnit &&= counted !== null && (!stated || stated === unit);
    if (counted !== null) differences.push({ kind: short ? "short" : "damaged", quantity: counted });
    return "";
  };
  const rest = words
    .replace(NAMED, (_, short, _damaged, count, stated) => take(short, count, stated))
    .replace(NAMED_AFTER, (_, count, stated, short) => take(short, count, stated));
  const understood = rest.split("、").every((word) => COMPLETE.test(word));
  if (differences.length === 0 || !rightUnit || !understood) return { kind: "failed" };
  const [first, ...further] = differences.filter((difference) => difference.quantity > 0n);
  if (!first) return { kind: "none" };
  return { kind: "some", differences: [first, ...further] };
}

function receivedOf(
  count: string | undefined,
  stated: string | undefined,
  quantity: bigint,
  unit: string,
): DifferenceReading {
  const arrived = countOf(count);
  if (arrived === null || (stated && stated !== unit) || arrived > quantity) return { kind: "failed" };
  if (arrived === quantity) return { kind: "none" };
  return { kind: "some", differences: [{ kind: "short", quantity: quantity - arrived }] };
}

function countOf(text = ""): bigint | null {
  return /^\d{1,12}$/.test(text) ? BigInt(text) : chineseNumber(text);
}
