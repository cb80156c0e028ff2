import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import { PhoneLayout } from "#app/components/layout/phone-layout.tsx";
import { CallSender } from "#app/components/receipt/call-sender.tsx";
import { CameList } from "#app/components/site-page/came-list.tsx";
import { ComingList } from "#app/components/site-page/coming-list.tsx";
import { AskForm, ContactForm } from "#app/components/site-page/own-forms.tsx";
import { OwnNeeds } from "#app/components/site-page/own-needs.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { askNeed } from "#app/domain/needs/ask.server.ts";
import { AskNeed, WithdrawNeed } from "#app/domain/needs/schema.ts";
import { withdrawNeed } from "#app/domain/needs/withdraw.server.ts";
import { ChangeContact } from "#app/domain/places/schema.ts";
import { changeContact } from "#app/domain/site-page/change-contact.server.ts";
import { getSitePage, type SitePage } from "#app/domain/site-page/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/session/page-title.server.ts";
import { siteOpenedCookie } from "#app/session/receiver.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

/**
 * A site's own page. Whoever opens it is known by a cookie as somebody at the site. The server's `Referrer-Policy`
 * (same-origin) tells the address to nobody else; with none at all old phones could send no form.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await getSitePage(params.token ?? "");
  const shared = {
    largeText: wantsLargeText(request),
    requestId: uuidv7(),
    now: new Date(),
  };
  if (!page.open) {
    return data(
      { ...shared, page, title: pageTitle(request, ({ sites }) => sites.own.gone) },
      { status: 404 },
    );
  }
  const { linkId, ...shown } = page;
  return data(
    { ...shared, page: shown, title: pageTitle(request, () => page.site.name) },
    { headers: { "Set-Cookie": await siteOpenedCookie(linkId) } },
  );
}

export const headers = () => ({
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
});

const intents = ["ask", "withdraw", "contact"] as const;
type Intent = (typeof intents)[number];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? "";
  const form = await request.formData();
  form.set("token", token);
  const actor = { kind: "receiver", address: context.clientAddress } as const;
  const intent = intents.find((each) => each === form.get("intent")) ?? "ask";
  const acts = {
    ask: () => submit(request, AskNeed, (id, input) => askNeed(actor, id, input), form),
    withdraw: () => submit(request, WithdrawNeed, (id, input) => withdrawNeed(actor, id, input), form),
    contact: () => submit(request, ChangeContact, (id, input) => changeContact(actor, id, input), form),
  };
  const submitted = await acts[intent]();
  if (!submitted.ok) {
    const { data: errors, init } = submitted.answer;
    return data({ ...errors, intent }, init ?? undefined);
  }
  const number = "number" in submitted.result ? `&number=${submitted.result.number}` : "";
  throw redirect(`/s/${encodeURIComponent(token)}?done=${intent}${number}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const handle = { plain: true };

export default function OwnPage() {
  const { page } = useLoaderData<typeof loader>();
  return page.open ? <Open page={page} /> : <Gone organization={page.organization} hotline={page.hotline} />;
}

function Gone({ organization, hotline }: { organization: string | null; hotline: string | null }) {
  const { largeText } = useLoaderData<typeof loader>();
  const { own: words } = useMessages().sites;
  return (
    <PhoneLayout largeText={largeText} overline={words.overline} head={<h1>{words.gone}</h1>}>
      <div className="pad">
        <p>{hotline === null ? words.goneNoPhone : words.goneText}</p>
        {organization !== null && <p>{words.callText(organization)}</p>}
        <CallSender hotline={hotline} />
        <LanguageSwitch />
      </div>
    </PhoneLayout>
  );
}

function Open({ page }: { page: Omit<SitePage, "linkId"> }) {
  const { largeText, now, requestId } = useLoaderData<typeof loader>();
  const { own: words } = useMessages().sites;
  const { site } = page;
  const forms = useForms();
  const head = (
    <>
      <h1>{words.title(site.name)}</h1>
      <p>{words.from(page.organization)}</p>
    </>
  );
  return (
    <PhoneLayout largeText={largeText} overline={words.overline} head={head}>
      <Outcome />
      <section className="pad" id="coming">
        <h2>{words.coming}</h2>
        <ComingList coming={page.coming} />
      </section>
      <hr className="rule" />
      {page.needs.length > 0 && (
        <>
          <section className="pad" id="needs">
            <h2>{words.needs}</h2>
            <OwnNeeds needs={page.needs} now={now} requestId={requestId} />
          </section>
          <hr className="rule" />
        </>
      )}
      <section className="pad">
        <h2>{words.ask}</h2>
        <p className="hint">{words.askHint}</p>
        <AskForm {...forms("ask")} />
      </section>
      <hr className="rule" />
      <section className="pad" id="received">
        <h2>{words.received}</h2>
        <CameList {...page} />
      </section>
      <hr className="rule" />
      <section className="pad">
        <h2>{words.contact}</h2>
        <p>{site.contactName === null ? words.contactNone : words.contactNow(site.contactName)}</p>
        <ContactForm {...forms("contact")} />
      </section>
      <hr className="rule" />
      <section className="pad">
        <h2>{words.callUs}</h2>
        <p>{words.callText(page.organization)}</p>
        <CallSender hotline={page.hotline} />
        <LanguageSwitch />
      </section>
    </PhoneLayout>
  );
}

/** What every form of the page is given. The server's answer goes to the form that asked. */
function useForms() {
  const { requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { token = "" } = useParams();
  return (intent: Intent) => ({ token, requestId, errors: answer?.intent === intent ? answer : undefined });
}

function Outcome() {
  const { own: words } = useMessages().sites;
  const parameters = useSearchParams()[0];
  const answer = useActionData<typeof action>();
  if (answer?.intent === "withdraw") {
    return (
      <Note tone="bad" live>
        {answer.form}
      </Note>
    );
  }
  const said = new Map([
    ["ask", words.asked(parameters.get("number") ?? "")],
    ["withdraw", words.withdrawn],
    ["contact", words.contactSaved],
  ]).get(parameters.get("done") ?? "");
  if (said === undefined || answer !== undefined) return null;
  return (
    <Note tone="ok" live>
      {said}
    </Note>
  );
}
