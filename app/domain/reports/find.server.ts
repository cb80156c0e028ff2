import { sql } from "drizzle-orm";
import { db } from "#db";
import { parseCode } from "../code.ts";
import { findDelivery } from "./find-delivery.server.ts";
import { findGift } from "./find-gift.server.ts";
import { findHandOver, findPayment, findPledge } from "./find-paper.server.ts";
import { type Found, parseNumber, type Search } from "./found.ts";

/**
 * Looks a document number or a label's code up for anybody. Numbers are counted per organization, so several documents
 * may carry one. Never answers a person's name, a telephone number, a code or a PIN.
 */
export async function findNumber(text: string): Promise<Search> {
  const searched = text.trim().slice(0, 100);
  const answer = { searched, found: [], slip: null, replacedLabelOf: null };
  if (searched === "") return answer;
  const named = parseNumber(searched);
  if (named) {
    const found = await finders[named.kind](named.number);
    return { ...answer, found, slip: found.length === 0 ? "number" : null };
  }
  const verdict = parseCode(searched);
  if (!verdict.ok) return { ...answer, slip: verdict.reason === "check" ? "code" : "other" };
  const delivery = await deliveryOfLabel(verdict.code);
  if (!delivery) {
    const replacedLabelOf = await deliveryOfReplacedLabel(verdict.code);
    return { ...answer, slip: replacedLabelOf === null ? "unknown_code" : null, replacedLabelOf };
  }
  return { ...answer, found: await findDelivery(sql`d.id = ${delivery.id}`) };
}

const finders: Record<Found["kind"], (number: string) => Promise<Found[]>> = {
  delivery: (number) => findDelivery(sql`d.number = ${number}`),
  gift: findGift,
  pledge: findPledge,
  payment: findPayment,
  hand_over: findHandOver,
};

/** The code is the key to the delivery and stands in no public view: it is compared, never shown. */
async function deliveryOfLabel(code: string): Promise<{ id: string } | undefined> {
  const [row] = await db.execute<{ id: string }>(sql`select id from deliveries where code = ${code}`);
  return row;
}

async function deliveryOfReplacedLabel(code: string): Promise<string | null> {
  const [row] = await db.execute<{ number: string }>(sql`
    select d.number from revoked_codes r join deliveries d on d.id = r.delivery_id where r.code = ${code}`);
  return row?.number ?? null;
}
