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
import { useMessages } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

const statuses = { found: 200, misread: 404, unknown: 404, replaced: 410 } as const satisfies Record<
  CodeFinding["kind"],
  number
>;

/** Changes nothing: scanners and previews follow links. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const finding = await findByCode(params.code ?? "");
  const { searchParams } = new URL(request.url);
  const page = {
    finding,
    justSigned: searchParams.has("signed"),
    counting: searchParams.has("lines"),
    largeText: wantsLargeText(request),
    requestId: uuidv7(),
    title: pageTitle(request, ({ receipt }) => receipt.title),
  };
  return data(page, { status: statuses[finding.kind] });
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
  if (submitted.ok) throw redirect(`/q/${code}?signed=1`);
  const now = await findByCode(code);
  if (now.kind !== "found" || !canSign(now.delivery)) throw redirect(`/q/${code}`);
  return data({ counting, errors: withPin(submitted.answer) }, submitted.answer.init ?? undefined);
}

const canSign = ({ status, locked }: DoorDelivery): boolean => status === "dispatched" && !locked;

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
  const { finding, largeText } = useLoaderData<typeof loader>();
  if (finding.kind === "found" && canSign(finding.delivery)) return <Sign delivery={finding.delivery} />;
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
  const { finding, justSigned } = useLoaderData<typeof loader>();
  if (finding.kind !== "found") return <CodeTrouble finding={finding} />;
  const { delivery } = finding;
  if (delivery.status !== "confirmed") return <DeliveryTrouble delivery={delivery} />;
  return <ReceiptSigned delivery={delivery} justNow={justSigned} />;
}

function Sign({ delivery }: { delivery: DoorDelivery }) {
  const { largeText, counting, requestId } = useLoaderData<typeof loader>();
  const words = useMessages().receipt;
  const answer = useActionData<typeof action>();
  const Page = (answer?.counting ?? counting) ? ReceiptCount : ReceiptForm;
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
