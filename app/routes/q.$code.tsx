import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import { PhoneLayout } from "#app/components/layout/phone-layout.tsx";
import { ReceiptCount } from "#app/components/receipt/receipt-count.tsx";
import { ReceiptForm } from "#app/components/receipt/receipt-form.tsx";
import { ReceiptSigned } from "#app/components/receipt/receipt-signed.tsx";
import { CodeTrouble, DeliveryTrouble } from "#app/components/receipt/receipt-trouble.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { confirmAtDoor } from "#app/domain/deliveries/confirm-at-door.server.ts";
import { countedForm } from "#app/domain/deliveries/counted-form.ts";
import {
  type CodeFinding,
  type DoorDelivery,
  findByCode,
} from "#app/domain/deliveries/find-by-code.server.ts";
import { ConfirmDelivery } from "#app/domain/deliveries/schema.ts";
import { whereLabelLeads } from "#app/domain/labels/where-label-leads.server.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

const statuses = { found: 200, misread: 404, unknown: 404, replaced: 410 } as const satisfies Record<
  CodeFinding["kind"],
  number
>;

/** Changes nothing: scanners and previews follow links. A keeper's own camera opens boxes and bins at the desk. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const atDesk = await deskPageOf(request, params.code ?? "");
  if (atDesk) throw redirect(atDesk);
  const finding = await findByCode(params.code ?? "");
  const { searchParams } = new URL(request.url);
  const page = {
    finding,
    justSigned: searchParams.has("signed"),
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
  form.set("code", finding.delivery.code);
  const intent = form.get("intent");
  if (intent === "count") return data({ counting: true, errors: carried(form) });
  const counting = intent === "lines";
  const posted = counting ? countedForm(form, finding.delivery.lines) : form;
  const actor = { kind: "receiver", address: context.clientAddress } as const;
  const confirm = (id: string, input: ConfirmDelivery) => confirmAtDoor(actor, id, input);
  const submitted = await submit(request, ConfirmDelivery, confirm, posted);
  if (submitted.ok) throw redirect(`/q/${code}?${submitted.result.signedBefore ? "reported" : "signed"}=1`);
  const now = await findByCode(code);
  const isKnown = submitted.answer.init?.status === 409;
  const mayTryAgain =
    now.kind === "found" && (canSign(now.delivery) || (counting && !isKnown && canReport(now.delivery)));
  if (!mayTryAgain) throw redirect(`/q/${code}`);
  return data({ counting, errors: withPin(submitted.answer) }, submitted.answer.init ?? undefined);
}

const canSign = ({ status, locked }: DoorDelivery): boolean => status === "dispatched" && !locked;

/** Somebody signed; whoever has the PIN may still say that they count differently. */
const canReport = ({ status, locked }: DoorDelivery): boolean => status === "confirmed" && !locked;

/** What the count page takes over from the first one. */
function carried(form: FormData): FormErrors {
  const names = ["name", "post", "pin"];
  const typed = names.map((name) => [name, String(form.get(name) ?? "")]);
  return { fields: {}, values: Object.fromEntries(typed) };
}

/** A wrong PIN is also said beside its box. */
function withPin({ data: errors, init }: { data: FormErrors; init: ResponseInit | null }): FormErrors {
  return init?.status === 403 ? { ...errors, fields: { pin: "wrong_pin" } } : errors;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const handle = { plain: true };

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
    <PhoneLayout largeText={largeText}>
      <Told />
      <div className="pad">
        <LanguageSwitch />
      </div>
    </PhoneLayout>
  );
}

function Told() {
  const { finding, justSigned, reported } = useLoaderData<typeof loader>();
  if (finding.kind !== "found") return <CodeTrouble finding={finding} />;
  const { delivery } = finding;
  if (delivery.status !== "confirmed") return <DeliveryTrouble delivery={delivery} />;
  return <ReceiptSigned delivery={delivery} justNow={justSigned} reported={reported} />;
}

function Sign({ delivery, counting }: { delivery: DoorDelivery; counting: boolean }) {
  const { largeText, requestId } = useLoaderData<typeof loader>();
  const words = useMessages().receipt;
  const answer = useActionData<typeof action>();
  const Page = counting ? ReceiptCount : ReceiptForm;
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
    <PhoneLayout largeText={largeText} overline={words.overline} head={head}>
      <Page delivery={delivery} answer={answer?.errors} requestId={requestId} />
      <div className="pad">
        <LanguageSwitch />
      </div>
    </PhoneLayout>
  );
}
