import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Boxes, Layers } from "lucide-react";
import { BoxFilter } from "#app/components/boxes/box-filter.tsx";
import { BoxTable } from "#app/components/boxes/box-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { listBoxes } from "#app/domain/boxes/list.server.ts";
import { pageIn, pagesOf } from "#app/domain/paging.ts";
import { may } from "#app/domain/permissions.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const asked = {
    warehouse: searchParams.get("warehouse") ?? "",
    bin: searchParams.get("bin") ?? "",
    q: searchParams.get("q")?.trim() ?? "",
    unknown: searchParams.has("unknown"),
  };
  const [boxes, warehouses] = await Promise.all([
    found(
      request,
      listBoxes(actor, {
        warehouseId: asked.warehouse,
        binId: asked.bin,
        q: asked.q,
        unknown: asked.unknown,
        page: pageIn(searchParams),
      }),
    ),
    listWarehouses(actor),
  ]);
  return {
    boxes,
    warehouses: warehouses.map(({ id, name }) => ({ id, name })),
    asked,
    mayHandle: may(actor, "box.handle"),
    title: pageTitle(request, (messages) => messages.boxes.title),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BoxesPage() {
  const { boxes, warehouses, asked, mayHandle } = useLoaderData<typeof loader>();
  const words = useMessages().boxes;
  const pages = pagesOf(boxes);
  const searched = Boolean(asked.q || asked.warehouse || asked.bin || asked.unknown);
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note(boxes.total)}
        actions={
          mayHandle && (
            <LinkButton
              href={`/desk/boxes/pallets${asked.warehouse && `?warehouse=${asked.warehouse}`}`}
              icon={Layers}
            >
              {words.pallets.title}
            </LinkButton>
          )
        }
      />
      <BoxFilter asked={asked} warehouses={warehouses} />
      <Panel title={words.list}>
        <BoxTable
          rows={boxes.rows}
          empty={
            <Empty icon={Boxes} title={searched ? words.nothing : words.none}>
              {searched ? words.nothingHow : words.noneHow}
            </Empty>
          }
        />
        {pages > 1 && <Pager page={boxes.page} pages={pages} rows={boxes.total} />}
      </Panel>
    </>
  );
}
