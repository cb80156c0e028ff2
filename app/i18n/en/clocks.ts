import type { Holder } from "#app/domain/clocks/clock.ts";
import type { ClockStep } from "#db/vocabulary";
import type { Dictionary } from "../dictionary.ts";
import { count } from "../numbers.ts";
import type { clocks as source } from "../zh-CN/clocks.ts";

const steps: Readonly<Record<ClockStep, string>> = {
  inquiry: "Asked",
  stock_check: "Stock checked",
  order: "Ordered",
  dispatch: "Sent",
  receipt: "Signed for",
};
const holders: Readonly<Record<Holder, string>> = {
  site: "the site",
  warehouse_keeper: "the warehouse",
  dispatcher: "the dispatcher",
  driver: "the driver",
  receiver: "the receiver",
};

export const clocks = {
  title: "Clocks",
  note: (late, soon) => `${count(late)} late, ${count(soon)} due soon`,
  steps,
  holders,
  stepNamed: (word) => named(steps, word),
  holderNamed: (word) => named(holders, word),
  done: "done",
  took: (hours) => (hours === 0 ? "under 1 h" : `took ${count(hours)} h`),
  now: (hours) => (hours === 0 ? "under 1 h left" : `${count(hours)} h left`),
  late: (hours) => (hours === 0 ? "just late" : `${count(hours)} h late`),
  skipped: "no need",
  waitingFor: "Waiting for",
  due: "Due",
  since: "Since",
  label: "Which step",
  list: "Under way, the late ones first",
  columns: { what: "What", step: "Step", holder: "Waiting for", due: "Due" },
  none: "Nothing is under way",
  noneHow:
    "What a site asks for and every delivery that is packed stand here with their step and whom they wait for.",
  targets: {
    title: "Hours for each step",
    text: "From asking to goods on the road: 48 hours in all unless changed; signing for them is counted from then on.",
    hours: "hours",
    save: "Save",
    saved: "Saved: clocks run by these hours now.",
    sum: "From asking to goods on the road",
  },
} satisfies Dictionary<typeof source>;

function named(words: Readonly<Record<string, string>>, word: string | number | undefined): string {
  return words[String(word)] ?? "another step";
}
