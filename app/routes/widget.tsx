import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Widget } from "#app/components/open-data/widget.tsx";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { settings } from "#app/settings.server.ts";

/** The ledger's sums for a frame on another site: the only page of this one that may be framed. */
export async function loader({ request }: LoaderFunctionArgs) {
  const title = pageTitle(request, ({ openData }) => openData.widgetTitle);
  return { summary: await publicSummary(), home: `${settings().publicUrl}/`, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const handle = { plain: true };

export default function WidgetPage() {
  return <Widget {...useLoaderData<typeof loader>()} />;
}
