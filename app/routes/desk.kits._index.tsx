import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { Package2 } from "lucide-react";
import { KitTable } from "#app/components/kits/kit-table.tsx";
import { RecipeTable } from "#app/components/kits/recipe-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listRecipes } from "#app/domain/kits/list-recipes.server.ts";
import { listKits } from "#app/domain/kits/list.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const [recipes, kits] = await Promise.all([
    listRecipes(actor),
    listKits(actor, { page: pageIn(new URL(request.url).searchParams) }),
  ]);
  return {
    recipes,
    kits,
    mayAssemble: may(actor, "kit.assemble"),
    title: pageTitle(request, (messages) => messages.kits.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function KitsPage() {
  const { recipes, kits, mayAssemble } = useLoaderData<typeof loader>();
  const words = useMessages().kits;
  const isSaved = useSearchParams()[0].has("saved");
  const pages = pagesOf(kits);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(kits.total)}
        actions={
          mayAssemble && (
            <>
              <LinkButton href="/desk/kits/recipe">{words.newRecipe}</LinkButton>
              {recipes.length > 0 && (
                <LinkButton href="/desk/kits/new" icon={Package2} tone="primary">
                  {words.assemble}
                </LinkButton>
              )}
            </>
          )
        }
      />
      {isSaved && (
        <Note tone="ok" live>
          {words.recipes.saved}
        </Note>
      )}
      <Panel title={words.recipes.title}>
        <RecipeTable recipes={recipes} mayAssemble={mayAssemble} />
      </Panel>
      <Panel title={words.list.title}>
        <KitTable rows={kits.rows} />
        {pages > 1 && <Pager page={kits.page} pages={pages} rows={kits.total} />}
      </Panel>
    </>
  );
}
