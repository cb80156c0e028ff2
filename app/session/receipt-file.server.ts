import { UnprintableText } from "#app/domain/labels/unprintable-text.ts";
import { receiptPdf } from "#app/domain/receipts/paper-pdf.server.ts";
import { paperFileName, type ReceiptPaper } from "#app/domain/receipts/paper.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { fileNamed } from "./file-name.ts";
import { localeOf } from "./locale.server.ts";

/** A receipt as a file, or the sentence that says which characters no font can print. */
export async function receiptFile(request: Request, paper: ReceiptPaper): Promise<Response> {
  const { name, plain } = paperFileName(paper.number);
  try {
    return new Response(Uint8Array.from(await receiptPdf(paper)), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": fileNamed("inline", name, plain),
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof UnprintableText)) throw error;
    return new Response(messagesFor(localeOf(request)).receipts.unprintable(error.characters.join(" ")), {
      status: 422,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }
}
