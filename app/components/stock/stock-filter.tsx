import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { type StockView, stockViews } from "#app/domain/stock/view.ts";
import { useMessages } from "#app/i18n/provider.tsx";

export interface StockAsked {
  warehouse: string;
  item: string;
  q: string;
  view: StockView;
}

/** Which stock is shown: tabs for the lots, a plain GET form for warehouse and item. */
export function StockFilter(props: { asked: StockAsked; warehouses: { id: string; name: string }[] }) {
  const messages = useMessages();
  const words = messages.stock;
  const { asked } = props;
  const tabs = stockViews.map((view) => ({ href: stockPath({ ...asked, view }), label: words.views[view] }));
  return (
    <>
      <Tabs label={words.views.label} tabs={tabs} current={stockPath(asked)} />
      <Form method="get" role="search" className="quick" key={stockPath(asked)}>
        {asked.view !== "all" && <input type="hidden" name="view" value={asked.view} />}
        <SelectField
          name="warehouse"
          label={words.filter.warehouse}
          choices={props.warehouses.map(({ id, name }) => ({ value: id, label: name }))}
          blank={words.filter.allWarehouses}
          defaultValue={asked.warehouse}
        />
        <TextField name="q" type="search" label={words.filter.item} defaultValue={asked.q} />
        <div className="flex flex-wrap gap-2">
          <Button>{messages.common.actions.search}</Button>
          {asked.item && (
            <Link to={stockPath({ ...asked, item: "" })} className="btn btn-quiet">
              {messages.common.actions.clearFilter}
            </Link>
          )}
        </div>
      </Form>
    </>
  );
}

/** The address of a list of stock; what was not asked for is left out. */
export function stockPath({ view, ...rest }: StockAsked): string {
  const asked = Object.entries({ view: view === "all" ? "" : view, ...rest }).filter(([, value]) => value);
  return asked.length === 0 ? "/desk/stock" : `/desk/stock?${new URLSearchParams(asked).toString()}`;
}
