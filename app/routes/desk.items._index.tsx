import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListChecks, Plus } from "lucide-react";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { SearchForm } from "#app/components/gifts/search-form.tsx";
import { ItemTable } from "#app/components/items/item-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listItems } from "#app/domain/items/list.server.ts";
import { countUnreviewed } from "#app/domain/items/review.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { itemCategories } from "#db/vocabulary";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const q = searchParams.get("q") ?? "";
  const category = itemCategories.find((word) => word === searchParams.get("category"));
  return {
    title: pageTitle(request, (messages) => messages.items.title),
    items: await listItems(actor, { q, category, page: pageIn(searchParams) }),
    unreviewed: await countUnreviewed(actor),
    mayAdd: may(actor, "item.edit"),
    searched: q !== "" || category !== undefined,
    category,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Items() {
  const { items, searched, category, unreviewed, mayAdd } = useLoaderData<typeof loader>();
  const { items: words } = useMessages();
  const actions = (
    <>
      {unreviewed > 0 && (
        <LinkButton href="/desk/items/review" icon={ListChecks}>
          {words.review.link(unreviewed)}
        </LinkButton>
      )}
      {mayAdd && (
        <LinkButton href="/desk/items/new" icon={Plus} tone="primary">
          {words.add}
        </LinkButton>
      )}
    </>
  );
  return (
    <>
      <PageHead title={words.title} note={words.note(items.total)} actions={actions} />
      <Panel title={words.title}>
        <SearchForm label={words.search}>
          <SelectField
            name="category"
            label={words.columns.category}
            blank={words.allCategories}
            choices={itemCategories.map((word) => ({ value: word, label: words.categories[word] }))}
            defaultValue={category}
          />
        </SearchForm>
        <ItemTable
          rows={items.rows}
          empty={
            searched ? (
              <Empty title={words.noneFound}>{words.noneFoundText}</Empty>
            ) : (
              <Empty title={words.empty}>{words.emptyText}</Empty>
            )
          }
        />
        {pagesOf(items) > 1 && <Pager page={items.page} pages={pagesOf(items)} rows={items.total} />}
      </Panel>
    </>
  );
}
