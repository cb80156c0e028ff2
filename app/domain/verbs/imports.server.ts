import { z } from "zod";
import { commitImport } from "../imports/commit.server.ts";
import { remapImport } from "../imports/remap.server.ts";
import { CommitImport, RemapImport, UploadWorkbook } from "../imports/schema.ts";
import { uploadWorkbook } from "../imports/upload.server.ts";
import { member } from "../verb.ts";
import { made } from "./answers.ts";

/** A workbook as JSON carries it. */
const UploadWorkbookAsText = UploadWorkbook.extend({ file: z.base64("bad_file").min(1, "required") });

export const importVerbs = [
  member({
    name: "import.upload",
    schema: UploadWorkbookAsText,
    answer: made,
    summary: {
      "zh-CN": "上传表格（base64），读成草稿，不入账",
      en: "Upload a workbook (base64) as a draft; nothing is booked",
    },
    run: (actor, requestId, { file, ...input }) =>
      uploadWorkbook(actor, requestId, { ...input, bytes: Buffer.from(file, "base64") }),
  }),
  member({
    name: "import.remap",
    action: "import.upload",
    schema: RemapImport,
    answer: made,
    summary: { "zh-CN": "改表头对应，重读草稿", en: "Read a draft again by another mapping" },
    run: remapImport,
  }),
  member({
    name: "import.commit",
    schema: CommitImport,
    answer: made.extend({ rows: z.number() }),
    summary: { "zh-CN": "草稿入账", en: "Write a draft into the books" },
    run: commitImport,
  }),
] as const;
