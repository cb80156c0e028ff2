import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { NoTrace } from "#app/components/trace/no-trace.tsx";
import { traceHeading } from "#app/components/trace/trace-heading.ts";
import { TracePage } from "#app/components/trace/trace-page.tsx";
import { askQuestion } from "#app/domain/questions/ask.server.ts";
import { AskQuestion } from "#app/domain/questions/schema.ts";
import { findTrace } from "#app/domain/trace/find.server.ts";
import { getTrace } from "#app/domain/trace/get.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

/** Where a gift went, for whoever holds its code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const typed = (params.code ?? "").slice(0, 40);
  const finding = await found(request, findTrace(context.clientAddress, typed));
  const shared = { largeText: wantsLargeText(request), requestId: uuidv7() };
  if (finding.kind !== "found") {
    const missing = { typed, misread: finding.kind === "misread" };
    const title = pageTitle(request, ({ trace }) => trace.gone.title);
    return data({ ...shared, trace: null, missing, asked: null, title }, { status: 404 });
  }
  const trace = await getTrace(finding, new Date());
  return data({
    ...shared,
    trace,
    missing: null,
    asked: askedUntil(new URL(request.url).searchParams),
    title: pageTitle(request, (messages) => traceHeading(trace, messages)),
  });
}

const askedUntil = (parameters: URLSearchParams): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.exec(parameters.get("asked") ?? "")?.[0] ?? null;

export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const code = params.code ?? "";
  const form = await request.formData();
  form.set("code", code);
  const actor = { kind: "receiver", address: context.clientAddress } as const;
  const submitted = await submit(request, AskQuestion, (id, input) => askQuestion(actor, id, input), form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/t/${encodeURIComponent(code)}?asked=${submitted.result.answerBy}#questions`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
  ...(data?.trace
    ? [
        {
          tagName: "link",
          rel: "alternate",
          type: "application/atom+xml",
          href: `/t/${data.trace.code}/feed.xml`,
        },
      ]
    : []),
];

export const handle = { plain: true };

export default function WhereMyGiftIs() {
  const { trace, missing, ...page } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  if (trace === null) return <NoTrace {...missing} largeText={page.largeText} />;
  return <TracePage trace={trace} errors={errors} {...page} />;
}
