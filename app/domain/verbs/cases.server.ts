import { assignCase } from "../cases/assign.server.ts";
import { closeCase } from "../cases/close.server.ts";
import { decideCase } from "../cases/decide.server.ts";
import { noteCase } from "../cases/note.server.ts";
import { AssignCase, CloseCase, DecideCase, NoteCase } from "../cases/schema.ts";
import { member, user } from "../verb.ts";
import { numbered } from "./answers.ts";

/** What was missing, damaged, too much, or counted twice, until it is settled. */
export const caseVerbs = [
  member({
    name: "case.note",
    action: "case.work",
    schema: NoteCase,
    answer: numbered,
    summary: { "zh-CN": "给差异单记一笔", en: "Add a note to a case" },
    run: noteCase,
  }),
  member({
    name: "case.assign",
    action: "case.work",
    schema: AssignCase,
    answer: numbered,
    summary: { "zh-CN": "把差异单交给一个人", en: "Give a case to somebody" },
    run: assignCase,
  }),
  user({
    name: "case.decide",
    schema: DecideCase,
    answer: numbered,
    summary: {
      "zh-CN": "定下差异怎么办：找到了、报损、补发，或没有差异",
      en: "Decide a case: found, written off, sent again, or no difference",
    },
    run: decideCase,
  }),
  member({
    name: "case.close",
    action: "case.work",
    schema: CloseCase,
    answer: numbered,
    summary: { "zh-CN": "了结差异单", en: "Close a case that is decided" },
    run: closeCase,
  }),
] as const;
