import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { AssembleForm } from "#app/components/kits/assemble-form.tsx";
import { PlanTable } from "#app/components/kits/plan-table.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { UserActor } from "#app/domain/actor.ts";
import { notFound } from "#app/domain/errors.ts";
import { assembleKits } from "#app/domain/kits/assemble.server.ts";
import { listRecipes } from "#app/domain/kits/list-recipes.server.ts";
import { planKits } from "#app/domain/kits/plan.server.ts";
import { AssembleKits } from "#app/domain/kits/schema.ts";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { listRestrictionsIn } from "#app/domain/places/list-restrictions.server.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "kit.assemble");
  const { searchParams } = new URL(request.url);
  const [recipes, warehouses] = await Promise.all([listRecipes(actor), listWarehouses(actor)]);
  const stocked = warehouses.find(({ lots }) => lots > 0) ?? warehouses[0];
  const asked = {
    warehouseId: searchParams.get("warehouse") || stocked?.id || "",
    itemId: searchParams.get("item") || recipes[0]?.itemId || "",
    restrictionId: searchParams.get("restriction") ?? "",
  };
  return {
    recipes,
    warehouses,
    asked,
    plan:
      recipes.length > 0 && warehouses.length > 0
        ? await found(request, planOf(actor, asked, recipes))
        : null,
    requestId: uuidv7(),
    title: pageTitle(request, ({ kits }) => kits.form.title),
  };
}

type Asked = { warehouseId: string; itemId: string; restrictionId: string };

async function planOf(actor: UserActor, asked: Asked, recipes: Awaited<ReturnType<typeof listRecipes>>) {
  const recipe = recipes.find(({ itemId }) => itemId === asked.itemId) ?? notFound("recipe");
  const warehouse = await getWarehouse(actor, asked.warehouseId);
  const restrictions = await listRestrictionsIn(actor, warehouse.id);
  const restriction = restrictions.find(({ id }) => id === asked.restrictionId);
  const plan = await planKits(actor, warehouse.id, recipe, restriction?.id ?? null);
  return { ...plan, recipe, warehouse, restrictions, restrictionId: restriction?.id ?? "" };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "kit.assemble");
  const submitted = await submit(request, AssembleKits, (id, input) => assembleKits(actor, id, input));
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/kits/${submitted.result.id}?done=made`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AssemblePage() {
  const { recipes, plan, requestId } = useLoaderData<typeof loader>();
  const { form: words, newRecipe } = useMessages().kits;
  const errors = useActionData<typeof action>();
  if (plan === null) {
    return (
      <>
        <PageHead title={words.title} />
        <Panel title={words.what}>
          <Empty title={recipes.length === 0 ? words.noRecipe : words.noWarehouse}>
            {recipes.length === 0 ? <Link to="/desk/kits/recipe">{newRecipe}</Link> : words.noWarehouseHow}
          </Empty>
        </Panel>
      </>
    );
  }
  const { recipe, warehouse, kits, restrictionId } = plan;
  return (
    <>
      <PageHead
        title={words.title}
        note={kits > 0n ? words.can(formatQuantity(kits, recipe.unit)) : words.cannot}
      />
      <Choices />
      <Panel title={words.plan} note={words.rule}>
        <PlanTable plan={plan} unit={recipe.unit} />
      </Panel>
      <Panel title={`${words.title} · ${recipe.item}`} note={warehouse.name} padded>
        <AssembleForm
          key={`${warehouse.id} ${recipe.itemId} ${restrictionId}`}
          warehouseId={warehouse.id}
          itemId={recipe.itemId}
          restrictionId={restrictionId}
          unit={recipe.unit}
          bins={warehouse.bins}
          errors={errors}
          requestId={requestId}
        />
      </Panel>
    </>
  );
}

/** Which kit, where, and of which goods: a plain GET form, so that it works without script. */
function Choices() {
  const { recipes, warehouses, plan, asked } = useLoaderData<typeof loader>();
  const { form: words } = useMessages().kits;
  if (plan === null) return null;
  return (
    <Form method="get" className="quick" key={Object.values(asked).join(" ")}>
      <SelectField
        name="item"
        label={words.what}
        blank={false}
        choices={recipes.map(({ itemId, item }) => ({ value: itemId, label: item }))}
        defaultValue={plan.recipe.itemId}
      />
      <SelectField
        name="warehouse"
        label={words.where}
        blank={false}
        choices={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={plan.warehouse.id}
      />
      <SelectField
        name="restriction"
        label={words.restriction}
        blank={words.free}
        choices={plan.restrictions.map(({ id, text }) => ({ value: id, label: text }))}
        defaultValue={plan.restrictionId}
      />
      <div>
        <Button>{words.show}</Button>
      </div>
    </Form>
  );
}
