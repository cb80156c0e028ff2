import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { parseFormData } from "#app/components/fields/form-data.ts";
import { type FormErrors, typedIn } from "#app/components/fields/read-form.ts";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import { DoorLayout } from "#app/components/receipt/door-layout.tsx";
import { ReceiptForm } from "#app/components/receipt/receipt-form.tsx";
import { ReceiptSigned } from "#app/components/receipt/receipt-signed.tsx";
import { CodeTrouble, DeliveryTrouble } from "#app/components/receipt/receipt-trouble.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { confirmAtDoor } from "#app/domain/deliveries/confirm-at-door.server.ts";
import { type CountedForm, countedForm, lineToCount } from "#app/domain/deliveries/counted-form.ts";
import {
  type CodeFinding,
  type DoorDelivery,
  findByCode,
} from "#app/domain/deliveries/find-by-code.server.ts";
import { findAtDoor } from "#app/domain/deliveries/find-at-door.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import { whereLabelLeads } from "#app/domain/labels/where-label-leads.server.ts";
import { isId } from "#app/domain/is-id.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { receiverOf } from "#app/session/receiver.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

const statuses = { found: 200, misread: 404, unknown: 404, replaced: 410 } as const satisfies Record<
  CodeFinding["kind"],
  number
>;

/** Changes nothing: scanners and previews follow links. A keeper's own camera opens boxes and bins at the desk. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const atDesk = await deskPageOf(request, params.code ?? "");
  if (atDesk) throw redirect(atDesk);
  const finding = await found(request, findAtDoor(context.clientAddress, params.code ?? ""));
  const { searchParams } = new URL(request.url);
  const signed = searchParams.get("signed") ?? "";
  const page = {
    finding,
    justSigned: signed !== "",
    signing: isId(signed) ? { id: signed, photoId: uuidv7() } : null,
    reported: searchParams.has("reported"),
    counting: searchParams.has("lines"),
    largeText: wantsLargeText(request),
    requestId: uuidv7(),
    title: pageTitle(request, ({ receipt }) => receipt.title),
  };
  return data(page, { status: statuses[finding.kind] });
}

/** Where a label of the warehouse leads who works there and is signed in; null for anybody else and any other code. */
async function deskPageOf(request: Request, code: string): Promise<string | null> {
  const actor = await actorOf(request);
  if (actor === null || !may(actor, "box.handle")) return null;
  const thing = await whereLabelLeads(actor, code);
  switch (thing?.kind) {
    case "box":
      return `/desk/boxes/${thing.code}`;
    case "bin":
      return `/desk/boxes?bin=${thing.binId}`;
    case "lot":
      return `/desk/stock?item=${thing.itemId}`;
    default:
      return null;
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const code = encodeURIComponent(params.code ?? "");
  const finding = await findByCode(params.code ?? "");
  if (finding.kind !== "found") throw redirect(`/q/${code}`);
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "part") form.set("part", "on");
  const typed = typedIn(parseFormData(form));
  if (intent === "count" || intent === "part" || intent === "back") {
    return answerWith(intent !== "back", { fields: {}, values: typed });
  }
  const counting = intent === "lines";
  const { posted, counted } = confirmationIn(form, finding.delivery, counting);
  if (Object.keys(counted.problems).length > 0) {
    return answerWith(counting, { fields: counted.problems, values: typed }, 422);
  }
  const actor = await receiverOf(request, context.clientAddress);
  let requestId = "";
  const submitted = await submit(
    request,
    ConfirmDelivery,
    (id, input) => confirmAtDoor(actor, (requestId = id), input),
    posted,
  );
  if (submitted.ok) {
    throw redirect(`/q/${code}?${submitted.result.signedBefore ? "reported=1" : `signed=${requestId}`}`);
  }
  const now = await findByCode(code);
  const isKnown = submitted.answer.init?.status === 409;
  const mayTryAgain =
    now.kind === "found" && (canSign(now.delivery) || (counting && !isKnown && canReport(now.delivery)));
  if (!mayTryAgain) throw redirect(`/q/${code}`);
  const { data: errors, init } = submitted.answer;
  const fields = beside(errors.fields, counted, init?.status);
  return answerWith(counting, { ...errors, fields, values: typed }, init?.status);
}

const answerWith = (counting: boolean, errors: FormErrors, status = 200) =>
  data({ counting, errors }, { status });

/** The form as `ConfirmDelivery` takes it: all here says nothing of lines. */
function confirmationIn(form: FormData, delivery: DoorDelivery, counting: boolean) {
  const textOf = (name: string) => String(form.get(name) ?? "");
  const counted = countedForm(
    textOf,
    counting ? delivery.lines.map((line) => lineToCount(line, delivery.status)) : [],
  );
  const posted = new FormData();
  posted.set("code", delivery.code);
  for (const name of ["requestId", "pin", "name", "post", "phoneEnd", "signature", "occurredAt"]) {
    posted.set(name, textOf(name));
  }
  if (counting) posted.set("part", textOf("part"));
  for (const [index, line] of counted.lines.entries()) {
    for (const [name, value] of Object.entries(line))
      posted.set(`lines.${index}.${name}`, String(value ?? ""));
  }
  return { posted, counted };
}

/** By the status of a refusal, the input that it is about. */
const asked: Readonly<Record<number, Record<string, string>>> = {
  403: { pin: "wrong_pin" },
  428: { phoneEnd: "required" },
};

/** Messages beside the inputs of the form: a count that is refused is that of its line. */
function beside(fields: Record<string, string>, { at }: CountedForm, status = 200): Record<string, string> {
  const about = asked[status];
  if (about) return about;
  const entries = Object.entries(fields).map(([path, key]) => {
    const [, index, name] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? [];
    if (index === undefined) return [path, key];
    return [`lines.${at[Number(index)]}.${name === "remark" || name === "damaged" ? name : "loose"}`, key];
  });
  return Object.fromEntries(entries);
}

const canSign = ({ status, locked }: DoorDelivery): boolean => status === "dispatched" && !locked;

/** Somebody signed; whoever has the PIN may still say that they count differently. */
const canReport = ({ status, locked }: DoorDelivery): boolean => status === "confirmed" && !locked;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const handle = { plain: true, door: true };

export default function ReceiptPage() {
  const { finding, largeText, ...asked } = useLoaderData<typeof loader>();
  const counting = useActionData<typeof action>()?.counting ?? asked.counting;
  if (finding.kind === "found") {
    const { delivery } = finding;
    if (canSign(delivery) || (counting && canReport(delivery))) {
      return <Sign delivery={delivery} counting={counting} />;
    }
  }
  return (
    <DoorLayout largeText={largeText}>
      <Told />
      <div className="pad">
        <LanguageSwitch />
      </div>
    </DoorLayout>
  );
}

function Told() {
  const { finding, justSigned, reported, signing } = useLoaderData<typeof loader>();
  if (finding.kind !== "found") return <CodeTrouble finding={finding} />;
  const { delivery } = finding;
  if (delivery.status !== "confirmed") return <DeliveryTrouble delivery={delivery} />;
  return <ReceiptSigned delivery={delivery} justNow={justSigned} reported={reported} signing={signing} />;
}

function Sign({ delivery, counting }: { delivery: DoorDelivery; counting: boolean }) {
  const { largeText, requestId } = useLoaderData<typeof loader>();
  const words = useMessages().receipt;
  const answer = useActionData<typeof action>();
  const head = (
    <>
      <h1>{delivery.site}</h1>
      <p>
        {words.number} <Code>{delivery.number}</Code> ·{" "}
        {words.from(delivery.organization, delivery.warehouse)}
      </p>
    </>
  );
  return (
    <DoorLayout largeText={largeText} overline={words.overline} head={head}>
      <ReceiptForm
        delivery={delivery}
        answer={answer?.errors}
        requestId={requestId}
        counting={counting || delivery.status === "confirmed"}
      />
      <div className="pad">
        <LanguageSwitch />
      </div>
    </DoorLayout>
  );
}
