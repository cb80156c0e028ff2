import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { RecipeForm } from "#app/components/kits/recipe-form.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { getItem } from "#app/domain/items/get.server.ts";
import { listItemChoices } from "#app/domain/items/list-choices.server.ts";
import { listRecipes } from "#app/domain/kits/list-recipes.server.ts";
import { SetRecipe } from "#app/domain/kits/schema.ts";
import { setRecipe } from "#app/domain/kits/set-recipe.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "kit.assemble");
  const itemId = new URL(request.url).searchParams.get("item");
  const item = itemId ? await found(request, getItem(actor, itemId)) : null;
  const [recipe] = item ? await listRecipes(actor, { itemId: item.id }) : [];
  return {
    item: item && { id: item.id, name: item.name },
    components: recipe?.components ?? [],
    choices: await listItemChoices(actor, actor.organizationId, item?.id),
    requestId: uuidv7(),
    title: pageTitle(request, ({ kits }) => kits.recipe.title),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "kit.assemble");
  const submitted = await submit(request, SetRecipe, (id, input) => setRecipe(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect("/desk/kits?saved");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function RecipePage() {
  const { item, components, choices, requestId } = useLoaderData<typeof loader>();
  const { recipe: words } = useMessages().kits;
  const errors = useActionData<typeof action>();
  if (item === null) {
    return (
      <>
        <PageHead title={words.title} />
        <Panel title={words.kit} padded>
          <ItemChooser />
        </Panel>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={words.of(item.name)}
        note={
          <>
            {words.note} <Link to="/desk/kits/recipe">{words.change}</Link>
          </>
        }
      />
      <Panel title={item.name} padded>
        <RecipeForm
          key={item.id}
          itemId={item.id}
          components={components}
          choices={choices}
          errors={errors}
          requestId={requestId}
        />
      </Panel>
    </>
  );
}

/** Which kit the recipe is for: a plain GET form, so that it works without script. */
function ItemChooser() {
  const { choices } = useLoaderData<typeof loader>();
  const { recipe: words } = useMessages().kits;
  if (choices.length === 0) return <Empty title={words.noItems}>{words.noItemsHow}</Empty>;
  return (
    <Form method="get" className="quick">
      <SelectField name="item" label={words.kit} blank={false} choices={choices} />
      <div>
        <Button tone="primary">{words.next}</Button>
      </div>
    </Form>
  );
}
