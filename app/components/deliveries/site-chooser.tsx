import { SelectField } from "#app/components/fields/select-field.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { type ListedSite, SiteTable } from "#app/components/places/site-table.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { Division } from "#app/domain/places/division.ts";
import { type Page, pagesOf } from "#app/domain/paging.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** From which warehouse to which site: plain links and a GET form, so that a thousand sites need no script. */
export function SiteChooser(props: {
  warehouses: { id: string; name: string }[];
  warehouseId: string;
  townships: Division[];
  township: string;
  q: string;
  sites: Page<ListedSite>;
}) {
  const messages = useMessages();
  const { create: words } = messages.deliveries;
  const { sites: siteWords } = messages.places;
  const { sites, warehouseId } = props;
  const pages = pagesOf(sites);
  return (
    <>
      <Panel title={words.choose} padded>
        <Form method="get" role="search" className="quick">
          <SelectField
            name="warehouse"
            label={words.warehouse}
            blank={false}
            choices={props.warehouses.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={warehouseId}
          />
          <SelectField
            name="township"
            label={words.township}
            blank={siteWords.all}
            choices={props.townships.map(({ code, name }) => ({ value: code, label: name }))}
            defaultValue={props.township}
          />
          <TextField name="q" type="search" label={words.q} defaultValue={props.q} />
          <div>
            <Button>{words.find}</Button>
          </div>
        </Form>
      </Panel>
      <Panel title={words.site} note={siteWords.note(sites.total)}>
        <SiteTable
          sites={sites.rows}
          act={(site) => (
            <Link to={`/desk/deliveries/new?warehouse=${warehouseId}&site=${site.id}`}>{words.here}</Link>
          )}
          empty={
            <Empty title={siteWords.nothing}>
              <Link to="/desk/sites/new">{siteWords.add}</Link>
            </Empty>
          }
        />
        {pages > 1 && <Pager page={sites.page} pages={pages} rows={sites.total} />}
      </Panel>
    </>
  );
}
