import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { DocumentKind } from "#db/vocabulary";

const prefixOf: Record<DocumentKind, string> = {
  pledge: "RJ",
  gift: "SZ",
  payment: "ZC",
  delivery: "FF",
  hand_over: "RH",
  consignment: "DH",
  kit: "ZB",
  transfer: "DB",
  return: "TH",
  stocktake: "PD",
  write_off: "BS",
  run: "YC",
  case: "CY",
  need: "XQ",
  register: "DJ",
};

/** A document to be numbered: whose it is, and its civil date, which decides the year. */
export interface Numbered {
  organizationId: string;
  on: string;
}

/**
 * Human numbers without gaps per organization, kind and year, in the order given: `FF-2022-000123` (认捐 RJ, 受赠 SZ,
 * 支出 ZC, 发放 FF, 入户 RH, 到货 DH, 组包 ZB, 调拨 DB, 退回 TH, 盘点 PD, 报损 BS, 运次 YC, 差异 CY, 需求 XQ, 登记册 DJ).
 * The counter's row is locked until commit, so a number that was not used is not lost; a sequence would leave holes on
 * rollback.
 */
export async function numberDocuments(
  tx: Tx,
  kind: DocumentKind,
  documents: readonly Numbered[],
): Promise<string[]> {
  const groups = new Map<string, { organizationId: string; year: number; count: number }>();
  for (const document of documents) {
    const key = keyOf(document);
    const group = groups.get(key) ?? {
      organizationId: document.organizationId,
      year: yearOf(document),
      count: 0,
    };
    group.count += 1;
    groups.set(key, group);
  }
  const next = new Map<string, number>();
  for (const [key, { organizationId, year, count }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    next.set(key, await take(tx, organizationId, kind, year, count));
  }
  return documents.map((document) => {
    const key = keyOf(document);
    const n = next.get(key)!;
    next.set(key, n + 1);
    return `${prefixOf[kind]}-${yearOf(document)}-${String(n).padStart(6, "0")}`;
  });
}

const yearOf = ({ on }: Numbered): number => Number(on.slice(0, 4));
const keyOf = (document: Numbered): string => `${document.organizationId}/${yearOf(document)}`;

/** Takes `count` numbers off the counter and answers the first of them. */
async function take(
  tx: Tx,
  organizationId: string,
  kind: DocumentKind,
  year: number,
  count: number,
): Promise<number> {
  const [counter] = await tx.execute<{ last: number }>(sql`
    insert into document_numbers (organization_id, kind, year, last)
    values (${organizationId}, ${kind}, ${year}, ${count})
    on conflict (organization_id, kind, year) do update set last = document_numbers.last + excluded.last
    returning last`);
  return (counter?.last ?? count) - count + 1;
}
