import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { sentenceFor } from "#app/components/fields/form-context.ts";
import { type FormReading, readForm, refusedForm } from "#app/components/fields/read-form.ts";
import { type DomainError, refuse } from "#app/domain/errors.ts";
import { addReceiverPhoto } from "#app/domain/photos/add-at-door.server.ts";
import { isTooLarge, PHOTO_MEGABYTES } from "#app/domain/photos/limits.ts";
import { DoorPhotoForm } from "#app/domain/photos/schema.ts";
import { refusalOf } from "#app/domain/refusals.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { loggableError } from "#app/loggable-error.ts";
import { localeOf } from "#app/session/locale.server.ts";

type Args = Pick<ActionFunctionArgs, "request" | "params" | "context">;

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(`/q/${encodeURIComponent(params.code ?? "")}`);

/**
 * Takes a photo from whoever signed for a delivery, POST or PUT. Fields: `photo`, a UUID made by the client, which is
 * the photo's for ever; `confirmation`, the request id of the signing; `line`, the delivery's line it shows, or blank;
 * `file`. Either a form (multipart/form-data), or the picture alone as the body (image/…) with the other fields in the
 * address.
 *
 * The same photo again is answered as before. Who asks for JSON gets `{ id, width, height }` with 200, or
 * `{ error: { code, message, fields? } }` with the refusal's status; any other client is sent back to the delivery's
 * page, `?signed=<confirmation>&photo=kept`, or `photo=` and the code of the refusal.
 */
export async function action(args: Args) {
  const { request, params, context } = args;
  const wantsJson = request.headers.get("Accept")?.includes("application/json") === true;
  const form = await formOf(args);
  const back = (photo: string) => {
    const told = new URLSearchParams({ signed: String(form.get("confirmation") ?? ""), photo });
    return redirect(`/q/${encodeURIComponent(params.code ?? "")}?${told}`);
  };
  try {
    const kept = await keep(args, form);
    return wantsJson ? Response.json(kept) : back("kept");
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.code === "database_unreachable") throw error;
    if (refusal.code === "unexpected") context.log.error({ err: loggableError(error) }, "photo not kept");
    return wantsJson ? refusedAsJson(request, refusal) : back(refusal.code);
  }
}

async function keep({ request, context }: Args, form: FormData) {
  if (isTooLarge(request)) refuse("photo_too_large", { megabytes: PHOTO_MEGABYTES });
  const reading: FormReading<DoorPhotoForm> = readForm(DoorPhotoForm, form);
  if (!reading.ok) return refuse("invalid", { fields: reading.errors.fields });
  const { photo, code, confirmation, line, file } = reading.data;
  const actor = { kind: "receiver", address: context.clientAddress } as const;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return addReceiverPhoto(actor, photo.toLowerCase(), { code, confirmation, lineN: line }, bytes);
}

/** What was sent, in one shape. What is too large, or does not say its length, is not read; its address is. */
async function formOf({ request, params }: Args): Promise<FormData> {
  const form = isTooLarge(request) ? new FormData() : await bodyOf(request);
  const { searchParams } = new URL(request.url);
  for (const name of ["photo", "confirmation", "line"]) {
    const given = searchParams.get(name);
    if (given !== null) form.set(name, given);
  }
  form.set("code", params.code ?? "");
  return form;
}

/** A form that was cut off on its way reads as one without fields. */
async function bodyOf(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!type.startsWith("image/")) return request.formData().catch(() => new FormData());
  const form = new FormData();
  form.set("file", new File([await request.arrayBuffer()], "photo"));
  return form;
}

function refusedAsJson(request: Request, refusal: DomainError): Response {
  const messages = messagesFor(localeOf(request));
  const { fields } = refusedForm(refusal, {}, messages);
  const said = Object.entries(fields).map(([name, key]) => [name, sentenceFor(key, messages)]);
  const error = {
    code: refusal.code,
    message: errorSentence(messages, refusal),
    ...(said.length > 0 && { fields: Object.fromEntries(said) }),
  };
  return Response.json({ error }, { status: refusal.status });
}
