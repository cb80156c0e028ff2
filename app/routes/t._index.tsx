import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NoTrace } from "#app/components/trace/no-trace.tsx";
import { parseTraceCode } from "#app/domain/trace/code.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

/** A field for the code on a donor's paper. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = (new URL(request.url).searchParams.get("code") ?? "").trim().slice(0, 200);
  if (typed !== "") {
    const verdict = parseTraceCode(typed);
    throw redirect(`/t/${encodeURIComponent(verdict.ok ? verdict.code : typed.slice(0, 40))}`);
  }
  return { largeText: wantsLargeText(request), title: pageTitle(request, ({ trace }) => trace.title) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const handle = { plain: true };

export default function FindMyGift() {
  return <NoTrace typed={null} misread={false} largeText={useLoaderData<typeof loader>().largeText} />;
}
