import { z } from "zod";
import { ReplaceLabel } from "../boxes/schema.ts";
import { labelBins } from "../labels/for-bins.server.ts";
import { labelLot } from "../labels/for-lot.server.ts";
import { printBlankLabels } from "../labels/print-blank.server.ts";
import { replaceLabel } from "../labels/replace.server.ts";
import { LabelBins, LabelLot, PrintBlankLabels } from "../labels/schema.ts";
import { member } from "../verb.ts";

const codes = z.object({ codes: z.array(z.string()) });

export const labelVerbs = [
  member({
    name: "label.print-blank",
    action: "label.print",
    schema: PrintBlankLabels,
    answer: z.object({ runId: z.uuid(), count: z.number() }),
    summary: { "zh-CN": "做一批空白标签", en: "Make a run of blank labels" },
    run: printBlankLabels,
  }),
  member({
    name: "label.for-bins",
    action: "label.print",
    schema: LabelBins,
    answer: codes,
    summary: { "zh-CN": "给库位做标签", en: "Give bins their labels" },
    run: labelBins,
  }),
  member({
    name: "label.for-lot",
    action: "label.print",
    schema: LabelLot,
    answer: codes,
    summary: { "zh-CN": "给一批货做标签", en: "Give a lot its label" },
    run: labelLot,
  }),
  member({
    name: "label.replace",
    action: "label.print",
    schema: ReplaceLabel,
    answer: z.object({ code: z.string() }),
    summary: { "zh-CN": "换一张破了的标签", en: "Replace a torn label" },
    run: replaceLabel,
  }),
] as const;
