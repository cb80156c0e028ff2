import { type SQL, sql } from "drizzle-orm";
import { type AccountKind, stockKinds, warehouseKinds } from "#db/vocabulary";
import { isReversed } from "../ledger/is-reversed.server.ts";
import type { Cut } from "./filter.ts";

/**
 * What every report adds up, stated once: for a leg of the view `movements` under the alias `m`, each of these is 1
 * when the leg is of that kind, −1 when it takes one back, else 0. Money is asset 1, everything else is goods.
 */
const words = (kinds: readonly AccountKind[]): SQL => sql.raw(kinds.map((kind) => `'${kind}'`).join(", "));

const across = (from: readonly AccountKind[], to: readonly AccountKind[], asset: SQL): SQL<number> => sql`
  case when not (${asset}) then 0
       when m.from_kind in (${words(from)}) and m.to_kind in (${words(to)}) then 1
       when m.from_kind in (${words(to)}) and m.to_kind in (${words(from)}) then -1
       else 0 end`;

const money = sql`m.asset_id = 1`;
const goods = sql`m.asset_id <> 1`;

/** Donor → fund. */
export const moneyReceived = across(["donor"], ["fund"], money);
/** Fund → supplier or grantee. */
export const moneySpent = across(["fund"], ["supplier", "grantee"], money);
export const moneyPurchases = across(["fund"], ["supplier"], money);
export const moneyGrants = across(["fund"], ["grantee"], money);

/** Donor or supplier → stock. */
export const goodsReceived = across(["donor", "supplier"], stockKinds, goods);
/** Stock → a delivery on the road. What a site sends back, or what turned up after all, takes it back. */
export const goodsHandedOut = sql<number>`
  (${across(stockKinds, ["delivery", "site"], goods)} + ${across(warehouseKinds, ["dispute"], goods)})`;
/** Stock → written off, or missing on the road between two warehouses; a count that finds more takes it back. */
export const goodsLost = sql<number>`
  (${across(stockKinds, ["loss"], goods)} + ${across(["transfer"], ["dispute"], goods)})`;
/** Components ↔ kits: kits count when they come, components when they go into them. Their values add up to nothing. */
export const goodsConverted = across(["kit", "assembly"], stockKinds, goods);

/** Whatever enters or leaves the stock, from or to wherever: what the kinds above must add up to. */
export const stockChange = sql`
  case when m.asset_id = 1 then 0
       else (m.to_kind in (${words(stockKinds)}))::int - (m.from_kind in (${words(stockKinds)}))::int end`;

/** Whatever enters or leaves the funds. */
export const fundChange = sql`
  case when m.asset_id <> 1 then 0 else (m.to_kind = 'fund')::int - (m.from_kind = 'fund')::int end`;

export const inStock = sql`a.kind in (${words(stockKinds)})`;

/** Of a gift, or payment, `g`: not taken back. */
export const standing = sql`not ${isReversed(sql`g.entry_id`)}`;

/** Of an organization's id: that the cut is of its books. */
export const ofBooks = ({ organizations }: Cut, organizationId: SQL): SQL =>
  organizations === undefined
    ? sql`true`
    : sql`${organizationId} = any(${sql.param([...organizations])}::uuid[])`;

/** Of a leg `m`: that the log held it at the cut's size. */
export const inLog = ({ logSize }: Cut): SQL =>
  logSize === undefined
    ? sql`true`
    : sql`exists (select from log_leaves leaf where leaf.kind = 'entry' and leaf.subject_id = m.entry_id
                    and leaf.index < ${`${logSize}`}::bigint)`;

/** Of a leg `m`: that it is within the cut. */
export const inCut = (cut: Cut): SQL => sql`(${ofBooks(cut, sql`m.organization_id`)} and ${inLog(cut)})`;

/** The donor at either end of a leg `m`, for `join public_donors d on`. */
export const donorOfLeg = sql`d.account_id = case when m.from_kind = 'donor' then m.from_account else m.to_account end`;

/** The delivery `d` that a leg `m` belongs to, by itself, by what came back or was found of it, for `join public_deliveries d on`. */
export const deliveryOfLeg = sql`
  d.id = coalesce((select delivery_id from public_returns where id = m.document_id),
                  (select delivery_id from public_cases where id = m.document_id), m.document_id)`;

/** A moment as text that `new Date` reads. */
export const isoMoment = (column: SQL): SQL<string> =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
