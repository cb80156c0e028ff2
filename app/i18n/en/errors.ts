import { formatCode } from "#app/domain/code.ts";
import { formatDateTime, formatFullDate } from "#app/domain/dates.ts";
import type { DomainErrorCode, DomainErrorParams } from "#app/domain/errors.ts";
import { printedGtin } from "#app/domain/items/gtin.ts";
import { count, shortfall, yuan } from "../numbers.ts";
import { runs } from "./runs.ts";

const plural = (many: number, one: string, more: string) => `${count(many)} ${many === 1 ? one : more}`;

const labelKinds = {
  box: "is the label of a box, which is not what to scan here. Scan another.",
  pallet: "is the label of a pallet. Scan a box.",
  bin: "is the label of a bin. Scan the code on a box.",
  lot: "is the label of a lot, not of one box. Scan the code on a box.",
  blank: "is a blank label that is not stuck on anything yet. Scan it under Receive first.",
};

/** What a verb may not find, by the word it uses for it; any other word reads as "this record". */
const things: Readonly<Record<string, string>> = {
  allocation: "this allocation",
  asset: "this lot",
  bin: "this storage place",
  case: "this case",
  box: "this box",
  consignment: "this consignment",
  consignment_line: "this line of the consignment",
  delivery: "this delivery",
  donor: "this donor",
  entry: "this entry",
  fund: "this fund",
  gift: "this gift",
  import: "this import",
  item: "this item",
  kit: "this assembly of kits",
  need: "this need",
  need_line: "this line of the need",
  webhook: "the address of a group robot",
  label: "a label to print",
  hand_over: "this handing on",
  receipt: "this signing",
  register: "this register",
  response: "this response",
  destruction: "this certificate",
  recipe: "a recipe for this kit",
  restriction: "this restriction",
  return: "this return",
  transfer: "this transfer",
  "write-off": "this write-off",
  lot: "this lot",
  organization: "this organization",
  payment: "this payment",
  photo: "this photo",
  question: "this question",
  pledge: "this promise",
  report: "this report",
  site: "this receiving site",
  stocktake: "this stocktake",
  stranded_report: "this receipt",
  token: "this token",
  email: "this e-mail address",
  phone: "this mobile number",
  uscc: "this unified social credit code",
  user: "this person",
  campaign: "this campaign or project",
  publication: "this report",
  deadline: "this deadline",
  vehicle: "this vehicle",
  driver: "this driver",
  pass: "this pass",
  run: "this run",
  run_stop: "this stop",
  warehouse: "this warehouse",
};
const thing = (what: string) => things[what] ?? "this record";
const place = (bin: string) => (bin === "" ? "the dock" : `bin ${bin}`);
const sender = (organization: string, hotline: string) =>
  `${organization || "the sender"}${hotline ? ` (telephone ${hotline})` : ""}`;
const tries = (left: number) => (left === 1 ? "1 try" : `${count(left)} tries`);
const minutesLong = (minutes: number) => (minutes === 1 ? "a minute" : `${count(minutes)} minutes`);
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The first codes of so many boxes. */
const codesOf = (codes: readonly string[], boxes: number): string =>
  `${codes.slice(0, 5).map(formatCode).join(", ")}${boxes > Math.min(codes.length, 5) ? " and more" : ""}`;

/** A refusal as a sentence: what is wrong, and what to do. One for each code of `DomainErrorParams`. */
export const errors = {
  not_found: ({ what }) =>
    `${sentence(thing(what))} was not found, or it is not among those you can see. Please check the number.`,
  forbidden: () =>
    "Your role does not do this. If it should, ask your organization's administrator to change your role.",
  not_signed_in: () =>
    "You are no longer signed in. Sign in on another page, come back and press again: what you typed is still here.",
  request_reused: () =>
    "This form was already sent once, with other contents. Please open a new one and fill it in.",
  invalid: ({ fields }) => {
    const places = Object.keys(fields).length;
    return places === 1
      ? "One thing needs a change. Change it and save again."
      : `${count(places)} things need a change. Change them and save again.`;
  },
  unstorable_text: () =>
    "Something typed here holds a character that cannot be stored. Type it anew instead of pasting, and save again.",
  number_too_large: () =>
    "One of the numbers is larger than can be recorded. Check the quantity and the pack size, and save again.",
  insufficient_stock: ({ item, unit, wanted, available }) =>
    `${item || "This item"}: ${count(shortfall(wanted, available))} ${unit} short, there are ${count(available)} ${unit} to take. Lower the number, or bring in more first.`,
  insufficient_money: ({ fund, wantedFen, availableFen }) =>
    `${fund || "This fund"} is ¥${yuan(shortfall(wantedFen, availableFen))} short, it holds ¥${yuan(availableFen)}. Lower the amount, or use another fund.`,
  already_confirmed: ({ at, by }) =>
    `This delivery was already signed for${at ? ` (${[by, at].filter(Boolean).join(", ")})` : ""}; there is nothing more to sign. If what you see differs, press “What I see is different”.`,
  already_reported: () =>
    "Your count is on record already; it differs from the one signed for. The sender will contact you, there is nothing more to send.",
  case_decided: ({ number }) => `Somebody has decided ${number} already. Look at what was decided.`,
  case_undecided: () => "Nothing has been decided yet, so this cannot be closed. Decide first.",
  case_closed: ({ number }) => `${number} is closed and cannot be changed.`,
  period_open: ({ to }) =>
    `${formatFullDate(to, "en")} is not over, so nothing is published. Let the period end yesterday or before.`,
  log_behind: () =>
    "The public log has not caught up, so nothing is published. Try again in a minute; if it stays so, let an administrator run npm run verify.",
  report_corrected: ({ issue, version }) =>
    `Report ${issue} has a version ${version} already: correct that one.`,
  not_dispatched: () =>
    "This delivery has not left yet, so it cannot be signed for. Please ask whoever brings it.",
  delivery_cancelled: () =>
    "This delivery was cancelled and cannot be changed. Ask the sender whether it has a new number.",
  site_closed: ({ site, on }) =>
    `${site} receives no more from ${formatFullDate(on, "en")}. Choose another site, or change its particulars first.`,
  need_closed: ({ number }) =>
    `${number} is closed and cannot be changed. Ask for it anew if it is still needed.`,
  stale: ({ what }) =>
    `Somebody changed ${thing(what)} a moment ago. Look at the new contents, then change it again.`,
  wrong_pin: ({ left }) => `The PIN is wrong, ${tries(left)} left. Ask the sender.`,
  pin_locked: ({ organization, hotline }) =>
    `Somebody typed wrong PINs again and again, so this one is no longer taken. Ask ${sender(organization, hotline)} for a new one, or sign on the site's own page.`,
  phone_end_needed: () =>
    "Somebody typed wrong PINs again and again. Please give the last 4 digits of the site's telephone number together with the PIN.",
  keys_wrong: ({ organization, hotline }) =>
    `The PIN and the end of the telephone number are not both right, or were tried too often. Check them, or ask ${sender(organization, hotline)} for a new PIN.`,
  too_many_reports: ({ organization, hotline }) =>
    `Five different counts of this delivery are on record, no more are taken. Please call ${sender(organization, hotline)}.`,
  part_empty: () =>
    "It is not written down yet what is still to come. Write how much came this time; if all did, sign for all.",
  more_than_to_come: ({ item, unit, counted, left }) =>
    `${item || "This item"}: ${count(left)} ${unit} still to come, and you wrote ${count(counted)} ${unit}. Lower the number; if more really came, say so when you sign for the last part.`,
  parts_complete: () =>
    "Together the parts are everything. Do not sign for a part again, sign for all with the last signing.",
  seal_broken: () =>
    "This receipt is not the one the phone sealed, so it was not taken. Open the delivery and sign again.",
  duties_apart: () => "You did the step before, so somebody else must do this one. Please ask a colleague.",
  code_unknown: ({ code }) =>
    `There is no number ${code}, or its label was replaced. Look for a newer label.`,
  code_misread: ({ code }) =>
    `${code} has a character or two wrong. Compare it with the label; it never contains the letters I, L, O or U.`,
  code_revoked: ({ number }) =>
    `This label was replaced and is no longer valid. Look for the new label of delivery ${number}.`,
  label_replaced: ({ code, by }) =>
    by === null
      ? `${formatCode(code)} is void. Put a new label on the box.`
      : `${formatCode(code)} was replaced by ${formatCode(by)}. Scan the new label, or print it again.`,
  other_response: ({ code, response }) =>
    `${formatCode(code)} belongs to “${response}”, not to this emergency. Put it aside and tell the keeper.`,
  label_of_another_kind: ({ code, kind }) => `${formatCode(code)} ${labelKinds[kind]}`,
  box_empty: ({ code }) =>
    `By the books ${formatCode(code)} is empty. Check the label; if there is something in it, tell the keeper.`,
  box_unclassified: ({ code }) =>
    `Nobody has looked into ${formatCode(code)} yet. Record what is in it first.`,
  box_with_delivery: ({ code, number }) =>
    `${formatCode(code)} was picked for ${number}. Undo that before you move the box.`,
  box_there_already: ({ code, place }) => `${formatCode(code)} is in ${place} already.`,
  box_picked_already: ({ code, number }) =>
    `${formatCode(code)} was picked for ${number} already and is not counted twice.`,
  box_loaded_already: ({ code, number }) =>
    `${formatCode(code)} is on the vehicle of ${number} already and is not counted twice.`,
  not_in_delivery: ({ code, item, number }) =>
    `${number} does not want this box (${formatCode(code)} ${item}). Put it back.`,
  box_elsewhere: ({ code, place, wanted }) =>
    `${formatCode(code)} stands in ${place}; what was set aside stands in ${wanted}. Put it back and go to ${wanted}.`,
  boxes_hold_it: ({ place, item, codes, count: boxes, number }) =>
    `${item} in ${place} is in ${plural(boxes, "labelled box", "labelled boxes")} (${codesOf(codes, boxes)})${number ? `; ${number} wants what is in there` : ""}. Scan the boxes to move or pick them; if they are not to go, choose “leave the rest behind”; to write off, transfer, pack into kits or adjust, empty the box on its page first.`,
  boxes_not_loaded: ({ number, codes, loaded }) =>
    `${plural(loaded, "box", "boxes")} of ${number} ${loaded === 1 ? "is" : "are"} on the vehicle, ${count(codes.length)} not: ${codesOf(codes, codes.length)}. Load the rest, or choose “leave the rest behind”: they go back to their bins, for a later delivery.`,
  nothing_to_send: ({ number }) =>
    `Nothing of ${number} is picked or loaded, so nothing would leave. Pick it first, or cancel the delivery.`,
  box_not_on_stop: ({ code, n }) =>
    `${formatCode(code)} does not travel with what stop ${n} is for. Check the label.`,
  box_not_on_run: ({ code, number }) =>
    `${formatCode(code)} is not on run ${number}. Check the label; what is not picked yet is picked first.`,
  box_handed_over_already: ({ code, n }) =>
    `${formatCode(code)} was handed over at stop ${n} already and is not counted twice.`,
  cannot_undo: () =>
    "This can no longer be undone: the box was used since, or it is in the books. Correct it instead.",
  delivery_picked_already: ({ number }) => `${number} is picked already. Go on and load it.`,
  lot_not_for_site: ({ item }) =>
    `This lot of ${item} is restricted to somewhere else and may not go there. Choose another lot.`,
  lot_expired: ({ item, on }) =>
    `This lot of ${item} expired on ${on} and may not be sent. Choose another lot and write this one off.`,
  consignment_closed: ({ number, status }) =>
    status === "received"
      ? `Consignment ${number} is in the books and cannot be changed. Unopened boxes are entered under "Unopened boxes"; for other goods open another consignment.`
      : `Consignment ${number} was cancelled and cannot be changed. If the goods came after all, open another.`,
  consignment_counting: ({ number }) =>
    `The goods of ${number} have arrived and are being counted. If something is wrong, please call the warehouse.`,
  consignment_not_received: ({ number }) =>
    `Consignment ${number} is not received yet. Check and receive it first, then enter its unopened boxes.`,
  consignment_has_boxes: ({ number, count: boxes }) =>
    `${plural(boxes, "labelled box", "labelled boxes")} of ${number} stand at the dock. Undo them or refuse them first, then cancel.`,
  nothing_counted: ({ number }) =>
    `Nothing of ${number} has been counted. Count first; if the goods are not coming, cancel it.`,
  boxed_more_than_counted: ({ item, unit, boxed, counted }) =>
    `${item}: labelled boxes hold ${count(boxed)} ${unit}, but this leaves only ${count(counted)} ${unit}. Check the number; if a whole box is refused, give its code.`,
  refused_more_than_counted: ({ item, unit, refused, counted }) =>
    `${item}: ${count(counted)} ${unit} counted, but ${count(refused)} ${unit} refused or held back. Count first, or make the number smaller.`,
  box_already_received: ({ code, at, number }) =>
    `${formatCode(code)} was already received on ${formatDateTime(new Date(at), "en")}${number && ` (${number})`} and is not counted twice. Take a blank label.`,
  box_of_another_consignment: ({ code, number }) =>
    `The box ${formatCode(code)} did not come with ${number}. Check the code, or open its own consignment.`,
  box_classified_already: ({ code }) => `What is in the box ${formatCode(code)} was already entered.`,
  label_not_blank: ({ code, kind }) =>
    `${formatCode(code)} is the label of a ${kind} and cannot be stuck on a box. Take a blank label.`,
  lot_expired_at_intake: ({ item, on }) =>
    `${item} expired on ${formatFullDate(on, "en")} and cannot be stock to send. Refuse it, or hold it back in quarantine until it is written off.`,
  short_life: ({ item, on, days, wanted }) =>
    `${item} expires on ${formatFullDate(on, "en")}: ${plural(days, "day", "days")} left, ${count(wanted)} wanted at intake. Refuse it, hold it back, or say why it is accepted.`,
  lot_expiry_differs: ({ item, lotNumber, known, stated }) =>
    `${item}, lot ${lotNumber}, is known with expiry ${formatFullDate(known, "en")}, but this says ${formatFullDate(stated, "en")}. Check the package; if it is right, tick "The expiry is right".`,
  already_reversed: () =>
    "This entry was already reversed and cannot be reversed again. Look at the entry that reverses it.",
  not_reversible: () =>
    "This entry cannot be reversed by itself. Start from the step after it and correct backwards.",
  already_exists: ({ what }) => `${sentence(thing(what))} is already there. Please look for it in the list.`,
  item_name_taken: ({ name, item }) =>
    `${item} already goes by the name “${name}”. Take another name, or merge the two items.`,
  barcode_taken: ({ gtin, item }) =>
    `Barcode ${printedGtin(gtin)} already belongs to ${item}. Check the barcode, or take it off that item first.`,
  item_unit_differs: ({ item, unit, known }) =>
    `${item} is counted in “${known}”, and here it says “${unit}”. Convert it to “${known}” and save again.`,
  merge_units_differ: ({ item, unit, into, intoUnit }) =>
    `${item} is counted in “${unit}” and ${into} in “${intoUnit}”, so they cannot become one. Check whether you chose the right one.`,
  kit_recipe_clash: ({ item, into, why }) =>
    why === "own_part"
      ? `One of ${item} and ${into} is packed into the other, so they cannot become one. Change the kit's recipe first.`
      : `${item} and ${into} each have a recipe, so they cannot become one. Empty one of the recipes first.`,
  more_than_left: ({ item, unit, wanted, left }) =>
    `${item || "This item"}: ${count(left)} ${unit} left, and you wrote ${count(wanted)} ${unit}. Lower the number.`,
  register_closed: ({ number }) =>
    `Register ${number} is closed and stays as it is. Open another one to hand out more.`,
  register_counted: ({ number }) =>
    `Counting back of register ${number} has begun, so its rows stay as they are. Open another one to add people.`,
  register_uncounted: ({ number, count: rows }) =>
    `Register ${number} has ${count(rows)} rows that are not counted back yet. Write 0 for those who did not come, then close it.`,
  register_difference: ({ item, unit, rows, handedOut }) =>
    `${item}: the rows add up to ${count(rows)} ${unit}, ${count(handedOut)} ${unit} were handed out. Check both; where they do differ, say why.`,
  register_nobody: ({ number }) =>
    `By register ${number} nobody got anything, so it cannot be closed. Write its rows and count them back first.`,
  response_over: ({ on }) =>
    `The response ended on ${formatFullDate(`${on}`, "en")}: no more doors, names or telephone numbers may be taken down. Write building and people only.`,
  nothing_sealed: () => "No door, name or telephone number is kept here, or they were destroyed.",
  sealing_key_wrong: () =>
    "The server's key is not the one the names were sealed with: they cannot be read, and no new ones stored. Ask the administrator to bring the old SEALING_KEY back.",
  kit_short: ({ components }) =>
    `${components
      .map(
        ({ item, unit, wanted, available }) =>
          `${item}: ${count(wanted)} ${unit} needed, ${count(available)} ${unit} here, ${count(shortfall(wanted, available))} ${unit} short`,
      )
      .join("; ")}. Make fewer kits, or bring in more first. Nothing has changed.`,
  rate_limited: ({ minutes }) => `Too many tries. Please wait ${minutesLong(minutes)} and try again.`,
  wrong_password: () =>
    "The e-mail address or the password is wrong. Type them again; if you forgot the password, ask an administrator for a link to set a new one.",
  link_expired: () => "This link has expired or was already used. Ask whoever sent it to you for a new one.",
  last_administrator: () =>
    "This is the last administrator, so the access stays. Invite another administrator first.",
  photo_too_large: ({ megabytes }) =>
    `This photo is too large and was not kept. One may have ${count(megabytes)} MB: take it again with fewer pixels, or send a smaller one.`,
  photo_unreadable: () =>
    "This photo cannot be opened and was not kept. Send a JPG or PNG; on an iPhone choose Settings › Camera › Formats › Most Compatible and take it again.",
  photo_too_many: ({ most }) =>
    `There are ${count(most)} photos here already, which is the most. Remove one that is not needed first.`,
  photo_too_late: ({ days }) =>
    `It was signed for more than ${count(days)} days ago, so photos can no longer be added here. Send them to whoever sent the goods.`,
  unreadable_workbook: ({ detail }) =>
    `This file cannot be read${detail ? `: ${detail}` : ""}. Save it as .xlsx and send it again; the ledger is unchanged.`,
  already_imported: ({ at, fileName }) =>
    `These contents were already imported on ${at} (${fileName}) and were not recorded twice. To change them, correct the entries of that import.`,
  import_has_problems: ({ count: rows }) =>
    `${rows === 1 ? "1 row" : `${count(rows)} rows`} must be changed before anything is written. The ledger is unchanged.`,
  does_not_balance: ({ differenceFen }) =>
    `The books are off by ¥${yuan(differenceFen)}, so nothing is published yet. Ask the administrator to check them.`,
  stocktake_closed: ({ number }) =>
    `Stocktake ${number} is closed and cannot be changed. Open a new one to count again.`,
  bin_in_stocktake: ({ bin, number }) =>
    `${sentence(place(bin))} is being counted in stocktake ${number}. Close that one first, or leave it out here.`,
  bin_being_picked: ({ bin, delivery }) =>
    `Goods for delivery ${delivery} are being taken from ${place(bin)}, so a count would be wrong. Wait until picking is finished, or count it later.`,
  bin_changed: ({ bin }) =>
    `Something came to or left ${place(bin)} after this page was opened. Open the page again and count once more.`,
  bins_not_counted: ({ count: bins }) =>
    `${bins === 1 ? "1 bin is" : `${count(bins)} bins are`} not counted yet. Count the rest, or tick “Leave bins that were not counted as they are”. At least one must be counted.`,
  count_outdated: ({ bin, item, unit, missing, held }) =>
    `${item} in ${place(bin)}: ${count(missing)} ${unit} are to be taken off, but only ${count(held)} ${unit} are left in the books: goods left or were set aside since. Count this bin again; if they are set aside, cancel that delivery first.`,
  difference_unexplained: ({ bin, item }) =>
    `${item} in ${place(bin)} differs and has no reason yet. Choose one, then approve.`,
  blind_count: () =>
    "This is a blind count: until it is approved, whoever counted does not see the differences. Ask a colleague who did not count.",
  run_stops_refused: ({ stops }) =>
    `${stops
      .map(
        ({ n, township, arrivesAt, problems }) =>
          `${runs.arrival(n, arrivesAt, township)}: ${problems.map((problem) => runs.problem(problem, arrivesAt)).join(", ")}`,
      )
      .join("; ")}. Get what is missing, or leave without these stops. Nothing has changed.`,
  run_in_state: ({ number, status }) =>
    `Run ${number} is “${runs.statuses[status]}”, so this cannot be done now. Open the page again to see it.`,
  run_stops_open: ({ number, stops }) =>
    `Run ${number} has not arrived at ${stops.length === 1 ? "stop" : "stops"} ${stops.join(", ")}, and the delivery is not signed for. Record the arrival first; if it cannot be delivered, cancel that delivery.`,
  run_empty: ({ number }) => `Run ${number} would go nowhere. Keep at least one stop, or cancel the run.`,
  run_over_capacity: ({ plate, capacity, boxes }) =>
    `${plate} takes ${plural(capacity, "box", "boxes")} and ${count(boxes)} are chosen, ${count(boxes - capacity)} too many. Choose fewer deliveries, or a larger vehicle.`,
  delivery_on_run: ({ number, run }) =>
    `Delivery ${number} is on run ${run} already. Cancel that run first, or leave this delivery out.`,
  delivery_left: ({ number }) => `Delivery ${number} has left the warehouse already. Leave it out.`,
  on_run: ({ what, name, number }) =>
    `${name} is on run ${number}, which is not done, so this ${what} stays in use. Finish or cancel that run first.`,
  database_unreachable: ({ reference }) =>
    `The ledger cannot be reached just now, so this was not saved. What you typed is still here: press again in a moment. Reference ${reference}`,
  unexpected: ({ reference }) =>
    `Not saved. What you typed is still here: press again, and if it still fails give the administrator this reference: ${reference}`,
} satisfies { [Code in DomainErrorCode]: (params: DomainErrorParams[Code]) => string };
