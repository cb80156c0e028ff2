import { Search } from "lucide-react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { TextField } from "#app/components/fields/text-field.tsx";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { SearchResult } from "#app/components/reports/search-result.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { findNumber } from "#app/domain/reports/find.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { common, reports } = messagesFor(localeOf(request));
  const [search, actor] = await Promise.all([
    findNumber(new URL(request.url).searchParams.get("q") ?? ""),
    actorOf(request),
  ]);
  return { search, signedIn: actor !== null, title: `${reports.find.title} · ${common.product}` };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Find() {
  const { search, signedIn } = useLoaderData<typeof loader>();
  const words = useMessages().reports.find;
  return (
    <PublicLayout signedIn={signedIn}>
      <div className="wrap grid max-w-3xl grid-cols-1 gap-5">
        <PageHead title={words.title} note={words.lede} />
        <Form method="get" action="/find" className="flex flex-wrap items-end gap-3">
          <TextField
            key={search.searched}
            name="q"
            label={words.field}
            hint={words.hint}
            defaultValue={search.searched}
            spellCheck={false}
            autoComplete="off"
            className="min-w-0 flex-1 basis-60"
          />
          <Button tone="primary" icon={Search}>
            {words.search}
          </Button>
        </Form>
        <SearchResult search={search} />
      </div>
    </PublicLayout>
  );
}
