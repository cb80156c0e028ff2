import type { RunStatus } from "#db/vocabulary";
import type { StopProblem } from "./runs/check-run.ts";

/**
 * What a verb refuses, as a code and its particulars. The sentence for the reader is made from them in the reader's
 * language, by the dictionary `errors`.
 */
export interface DomainErrorParams {
  /** 404. No such thing, or out of reach: the two read the same. */
  not_found: { what: string };
  /** 403. This role never does this. */
  forbidden: { action: string };
  /** 401. */
  not_signed_in: Record<string, never>;
  /** 422. The same request id came before with another body. */
  request_reused: Record<string, never>;
  /** 422. Field messages, by path: keys of the dictionary `fields`. */
  invalid: { fields: Record<string, string> };
  /** 422. A character that no text can hold. */
  unstorable_text: Record<string, never>;
  /** 422. More than can be counted. */
  number_too_large: Record<string, never>;
  /** 409. A line asks for more than there is; amounts in base units. */
  insufficient_stock: { item: string; unit: string; wanted: string; available: string };
  /** 409. Amounts in fen. */
  insufficient_money: { fund: string; wantedFen: string; availableFen: string };
  /** 409. */
  already_confirmed: { at: string; by: string };
  /** 409. Somebody signed, and this other count was reported before. */
  already_reported: { at: string; by: string };
  /** 409. A case that is decided already, or not yet, or closed; `number` is its own. */
  case_decided: { number: string };
  case_undecided: Record<string, never>;
  case_closed: { number: string };
  /** 409. A report over days that are not over; the last of them. */
  period_open: { to: string };
  /** 409. The public log has not taken in everything, or refuses to go on: nothing is published until it has. */
  log_behind: Record<string, never>;
  /** 409. There is a later version; its number. */
  report_corrected: { issue: number; version: number };
  /** 409. */
  not_dispatched: Record<string, never>;
  /** 409. */
  delivery_cancelled: Record<string, never>;
  /** 409. Nothing is sent there any more; `on` is a civil date. */
  site_closed: { site: string; on: string };
  /** 409. */
  need_closed: { number: string; status: "declined" | "withdrawn" | "met" };
  /** 409. Somebody changed it meanwhile. */
  stale: { what: string };
  /** 403. */
  wrong_pin: { left: number };
  /** 423. Five wrong PINs, and nobody wrote the site's telephone down: the sender must issue a new one. */
  pin_locked: { organization: string; hotline: string };
  /** 428. Five wrong PINs: the end of the site's telephone number is asked for as well. Says nothing about the PIN. */
  phone_end_needed: { organization: string; hotline: string };
  /** 401. PIN and telephone are not both right, or were tried too often: never which. */
  keys_wrong: { organization: string; hotline: string };
  /** 409. Enough people counted differently; whoever else does should call. */
  too_many_reports: { organization: string; hotline: string };
  /** 422. A receipt for a part that names no line, or in which nothing came. */
  part_empty: Record<string, never>;
  /** 422. A part brings more than is still to come; amounts in base units. */
  more_than_to_come: { item: string; unit: string; counted: string; left: string };
  /** 409. By the parts everything is here: only the last signing is left. */
  parts_complete: Record<string, never>;
  /** 422. The words are not the ones the phone sealed, or another phone has its id. */
  seal_broken: Record<string, never>;
  /** 403. */
  duties_apart: Record<string, never>;
  /** 404. The label's code: unknown, wrong check character, or replaced. */
  code_unknown: { code: string };
  code_misread: { code: string };
  /** 410. The label was replaced. */
  code_revoked: { number: string };
  /** 410. A box's, bin's or lot's label was replaced by another, or is void. */
  label_replaced: { code: string; by: string | null };
  /** 409. The label belongs to another emergency. */
  other_response: { code: string; response: string };
  /** 409. The label is stuck on something else than was asked for: a bin, a box, a pallet, a lot, or on nothing yet. */
  label_of_another_kind: { code: string; kind: "box" | "pallet" | "bin" | "lot" | "blank" };
  /** 409. Nothing is in the box any more. */
  box_empty: { code: string };
  /** 409. Nobody has looked into the box yet. */
  box_unclassified: { code: string };
  /** 409. The box is set aside for a delivery, or on the road. */
  box_with_delivery: { code: string; number: string };
  /** 409. */
  box_there_already: { code: string; place: string };
  box_picked_already: { code: string; number: string };
  box_loaded_already: { code: string; number: string };
  /** 409. The delivery does not ask for what is in the box. */
  not_in_delivery: { code: string; item: string; number: string };
  /** 409. The lot was set aside in another place. */
  box_elsewhere: { code: string; place: string; wanted: string };
  /**
   * 409. Goods of this place stand in labelled boxes: scan them. `codes` are the first of `count` boxes; `number` is the
   * delivery they are set aside for, or that lacks them, "" for none.
   */
  boxes_hold_it: { place: string; item: string; codes: string[]; count: number; number: string };
  /** 409. Some boxes of the delivery are on the vehicle and others, `codes`, are not. */
  boxes_not_loaded: { number: string; codes: string[]; loaded: number };
  /** 409. Without what is left behind nothing of the delivery would go. */
  nothing_to_send: { number: string };
  /** 409. The box does not travel with what stops there. */
  box_not_on_stop: { code: string; n: number };
  /** 409. The box travels with no stop of this run. */
  box_not_on_run: { code: string; number: string };
  /** 409. */
  box_handed_over_already: { code: string; n: number };
  /** 409. The last thing done with this box was another, or it cannot be taken back. */
  cannot_undo: { kind: string };
  /** 409. */
  delivery_picked_already: { number: string };
  /** 409. The lot asked for by name may not go to this site. */
  lot_not_for_site: { item: string };
  lot_expired: { item: string; on: string };
  /** 409. A consignment that is in the books, or was called off. */
  consignment_closed: { number: string; status: "received" | "cancelled" };
  /** 409. The goods are at the door: what was announced is not changed any more. */
  consignment_counting: { number: string };
  /** 409. Its boxes are opened when it is in the books. */
  consignment_not_received: { number: string };
  consignment_has_boxes: { number: string; count: number };
  nothing_counted: { number: string };
  /** 409. Base units of a line, as text. */
  boxed_more_than_counted: { item: string; unit: string; boxed: string; counted: string };
  refused_more_than_counted: { item: string; unit: string; refused: string; counted: string };
  /** 409. `at` is an ISO instant; `number` that of the consignment, "" when the box came with none. */
  box_already_received: { code: string; at: string; number: string };
  box_of_another_consignment: { code: string; number: string };
  box_classified_already: { code: string };
  /** 409. The label is a bin's or a lot's: it cannot be stuck on a box. */
  label_not_blank: { code: string; kind: "bin" | "lot" };
  /** 409. Civil dates; days of life left, and wanted at intake. */
  lot_expired_at_intake: { item: string; on: string };
  short_life: { item: string; on: string; days: number; wanted: number };
  lot_expiry_differs: { item: string; lotNumber: string; known: string; stated: string };
  /** 409. */
  already_reversed: Record<string, never>;
  not_reversible: { kind: string };
  /** 409. */
  already_exists: { what: string };
  /** 409. Another item of the catalogue goes by this name, or this barcode is on it. */
  item_name_taken: { name: string; item: string };
  barcode_taken: { gtin: string; item: string };
  /** 409. An item is counted in `known` and came in `unit`. */
  item_unit_differs: { item: string; unit: string; known: string };
  /** 409. Two items cannot become one: they are counted in different units. */
  merge_units_differ: { item: string; unit: string; into: string; intoUnit: string };
  /** 409. Two items cannot become one: one is packed into the other, or both are kits. */
  kit_recipe_clash: { item: string; into: string; why: "own_part" | "two_recipes" };
  /** 422. Several of a row's numbers exceed what is left, e.g. handing over more than was received. */
  more_than_left: { item: string; unit: string; wanted: string; left: string };
  /** 409. A register that was counted back and closed; its names may still be destroyed. */
  register_closed: { number: string };
  /** 409. Somebody has begun to count back: its rows stay as they are. */
  register_counted: { number: string };
  /** 409. Rows that nobody has counted back yet. */
  register_uncounted: { number: string; count: number };
  /** 422. What the rows got and what was handed out differ, and nobody has said why; base units. */
  register_difference: { item: string; unit: string; rows: string; handedOut: string };
  /** 409. By its rows nobody got anything. */
  register_nobody: { number: string };
  /** 409. The response is over, so no more names are taken down; its last day. */
  response_over: { on: string };
  /** 409. No name or telephone number is kept here, or they were destroyed. */
  nothing_sealed: Record<string, never>;
  /** 503. The server's sealing key is not the one the names were sealed with. */
  sealing_key_wrong: Record<string, never>;
  /** 409. Components that are too few for the kits asked for, base units as text. */
  kit_short: { components: { item: string; unit: string; wanted: string; available: string }[] };
  /** 429. */
  rate_limited: { minutes: number };
  /** 401. */
  wrong_password: Record<string, never>;
  /** 410. */
  link_expired: Record<string, never>;
  /** 409. Somebody must be left who can invite the others. */
  last_administrator: Record<string, never>;
  /** 413. Megabytes that a photo may have; a small file may hold too large a picture as well. */
  photo_too_large: { megabytes: number };
  /** 422. */
  photo_unreadable: Record<string, never>;
  /** 409. Photos that one thing may have. */
  photo_too_many: { most: number };
  /** 410. Days after signing. */
  photo_too_late: { days: number };
  /** 422. The upload; `code` is one of the reader's own. */
  unreadable_workbook: { code: string; detail: string };
  /** 409. */
  already_imported: { at: string; fileName: string };
  import_has_problems: { count: number };
  /** 409. A report that does not add up is not published. */
  does_not_balance: { differenceFen: string };
  /** 409. A stocktake; `bin` "" is the dock. */
  stocktake_closed: { number: string };
  bin_in_stocktake: { bin: string; number: string };
  bin_being_picked: { bin: string; delivery: string };
  bin_changed: { bin: string };
  bins_not_counted: { count: number };
  /** 409. More is missing than the place still holds; base units. */
  count_outdated: { bin: string; item: string; unit: string; missing: string; held: string };
  /** 422. */
  difference_unexplained: { bin: string; item: string };
  /** 403. */
  blind_count: Record<string, never>;
  /** 409. Stops of a run that cannot be driven to, each with all that is missing; `arrivesAt` is an ISO instant. */
  run_stops_refused: {
    number: string;
    stops: { n: number; township: string; arrivesAt: string; problems: StopProblem[] }[];
  };
  /** 409. */
  run_in_state: { number: string; status: RunStatus };
  run_stops_open: { number: string; stops: number[] };
  run_empty: { number: string };
  run_over_capacity: { plate: string; capacity: number; boxes: number };
  /** 409. A delivery that is on a run already, or that left the warehouse by itself. */
  delivery_on_run: { number: string; run: string };
  delivery_left: { number: string };
  /** 409. A vehicle or driver that is planned on a run, or on the road. */
  on_run: { what: "vehicle" | "driver"; name: string; number: string };
  /** 503. */
  database_unreachable: { reference: string };
  /** 500. */
  unexpected: { reference: string };
}

export type DomainErrorCode = keyof DomainErrorParams;

const statusOf: Record<DomainErrorCode, number> = {
  not_found: 404,
  forbidden: 403,
  not_signed_in: 401,
  request_reused: 422,
  invalid: 422,
  unstorable_text: 422,
  number_too_large: 422,
  insufficient_stock: 409,
  insufficient_money: 409,
  already_confirmed: 409,
  already_reported: 409,
  case_decided: 409,
  case_undecided: 409,
  case_closed: 409,
  period_open: 409,
  log_behind: 409,
  report_corrected: 409,
  not_dispatched: 409,
  delivery_cancelled: 409,
  site_closed: 409,
  need_closed: 409,
  stale: 409,
  wrong_pin: 403,
  pin_locked: 423,
  phone_end_needed: 428,
  keys_wrong: 401,
  too_many_reports: 409,
  part_empty: 422,
  more_than_to_come: 422,
  parts_complete: 409,
  seal_broken: 422,
  duties_apart: 403,
  code_unknown: 404,
  code_misread: 404,
  code_revoked: 410,
  label_replaced: 410,
  other_response: 409,
  label_of_another_kind: 409,
  box_empty: 409,
  box_unclassified: 409,
  box_with_delivery: 409,
  box_there_already: 409,
  box_picked_already: 409,
  box_loaded_already: 409,
  not_in_delivery: 409,
  box_elsewhere: 409,
  boxes_hold_it: 409,
  boxes_not_loaded: 409,
  nothing_to_send: 409,
  box_not_on_stop: 409,
  box_not_on_run: 409,
  box_handed_over_already: 409,
  cannot_undo: 409,
  delivery_picked_already: 409,
  lot_not_for_site: 409,
  lot_expired: 409,
  consignment_closed: 409,
  consignment_counting: 409,
  consignment_not_received: 409,
  consignment_has_boxes: 409,
  nothing_counted: 409,
  boxed_more_than_counted: 409,
  refused_more_than_counted: 409,
  box_already_received: 409,
  box_of_another_consignment: 409,
  box_classified_already: 409,
  label_not_blank: 409,
  lot_expired_at_intake: 409,
  short_life: 409,
  lot_expiry_differs: 409,
  already_reversed: 409,
  not_reversible: 409,
  already_exists: 409,
  item_name_taken: 409,
  barcode_taken: 409,
  item_unit_differs: 409,
  merge_units_differ: 409,
  kit_recipe_clash: 409,
  more_than_left: 422,
  register_closed: 409,
  register_counted: 409,
  register_uncounted: 409,
  register_difference: 422,
  register_nobody: 409,
  response_over: 409,
  nothing_sealed: 409,
  sealing_key_wrong: 503,
  kit_short: 409,
  rate_limited: 429,
  wrong_password: 401,
  link_expired: 410,
  last_administrator: 409,
  photo_too_large: 413,
  photo_unreadable: 422,
  photo_too_many: 409,
  photo_too_late: 410,
  unreadable_workbook: 422,
  already_imported: 409,
  import_has_problems: 422,
  does_not_balance: 409,
  stocktake_closed: 409,
  bin_in_stocktake: 409,
  bin_being_picked: 409,
  bin_changed: 409,
  bins_not_counted: 409,
  count_outdated: 409,
  difference_unexplained: 422,
  blind_count: 403,
  run_stops_refused: 409,
  run_in_state: 409,
  run_stops_open: 409,
  run_empty: 409,
  run_over_capacity: 409,
  delivery_on_run: 409,
  delivery_left: 409,
  on_run: 409,
  database_unreachable: 503,
  unexpected: 500,
};

/** The one error a verb throws on purpose. `status` is its HTTP status. */
export class DomainError<Code extends DomainErrorCode = DomainErrorCode> extends Error {
  readonly code: Code;
  readonly params: DomainErrorParams[Code];

  constructor(code: Code, params: DomainErrorParams[Code]) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = "DomainError";
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return statusOf[this.code];
  }
}

export function refuse<Code extends DomainErrorCode>(code: Code, params: DomainErrorParams[Code]): never {
  throw new DomainError(code, params);
}

export const notFound = (what: string): never => refuse("not_found", { what });
