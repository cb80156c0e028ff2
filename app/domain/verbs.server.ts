import type { Verb } from "./verb.ts";
import { boxVerbs } from "./verbs/boxes.server.ts";
import { labelVerbs } from "./verbs/labels.server.ts";
import { intakeVerbs } from "./verbs/intake.server.ts";
import { kitVerbs } from "./verbs/kits.server.ts";
import { traceVerbs } from "./verbs/trace.server.ts";
import { transferVerbs } from "./verbs/transfers.server.ts";
import { stocktakeVerbs } from "./verbs/stocktakes.server.ts";
import { itemVerbs } from "./verbs/items.server.ts";
import { caseVerbs } from "./verbs/cases.server.ts";
import { disclosureVerbs } from "./verbs/disclosures.server.ts";
import { needVerbs } from "./verbs/needs.server.ts";
import { noticeVerbs } from "./verbs/notices.server.ts";
import { runVerbs } from "./verbs/runs.server.ts";
import { deliveryVerbs } from "./verbs/deliveries.server.ts";
import { importVerbs } from "./verbs/imports.server.ts";
import { moneyVerbs } from "./verbs/money.server.ts";
import { photoVerbs } from "./verbs/photos.server.ts";
import { peopleVerbs } from "./verbs/people.server.ts";
import { registerVerbs } from "./verbs/registers.server.ts";
import { stockVerbs } from "./verbs/stock.server.ts";

/** Every verb once. */
export const verbs = [
  ...moneyVerbs,
  ...stockVerbs,
  ...boxVerbs,
  ...labelVerbs,
  ...intakeVerbs,
  ...kitVerbs,
  ...transferVerbs,
  ...stocktakeVerbs,
  ...itemVerbs,
  ...deliveryVerbs,
  ...registerVerbs,
  ...needVerbs,
  ...noticeVerbs,
  ...runVerbs,
  ...caseVerbs,
  ...disclosureVerbs,
  ...traceVerbs,
  ...photoVerbs,
  ...importVerbs,
  ...peopleVerbs,
] as const satisfies readonly Verb[];

export type VerbName = (typeof verbs)[number]["name"];

const byName = new Map<string, Verb>(verbs.map((verb) => [verb.name, verb]));

export const verbNamed = (name: string): Verb | undefined => byName.get(name);
