import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PackageOpen, Printer, ScanLine } from "lucide-react";
import { ArrivalsPanel } from "#app/components/board/arrivals-panel.tsx";
import { DeliveriesPanel } from "#app/components/board/deliveries-panel.tsx";
import { LatePanel } from "#app/components/board/late-panel.tsx";
import { StockPanel } from "#app/components/board/stock-panel.tsx";
import { CasesPanel, QuarantinePanel, WaitingList } from "#app/components/board/trouble-panels.tsx";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { getBoard } from "#app/domain/board/get.server.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { may } from "#app/domain/permissions.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const warehouses = await listWarehouses(actor);
  const warehouseId = new URL(request.url).searchParams.get("warehouse") || warehouses[0]?.id;
  const board = warehouseId ? await found(request, getBoard(actor, warehouseId)) : null;
  return {
    board,
    warehouses: warehouses.map(({ id, name }) => ({ id, name })),
    can: {
      print: may(actor, "label.print"),
      scan: may(actor, "box.handle"),
      expect: may(actor, "consignment.expect"),
    },
    today: todayInShanghai(),
    now: new Date(),
    title: pageTitle(request, ({ desk }) => desk.board),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BoardPage() {
  const { board, warehouses, can, today, now } = useLoaderData<typeof loader>();
  const { board: words, desk, gifts } = useMessages();
  if (board === null) {
    return (
      <>
        <PageHead title={desk.board} />
        <Empty title={words.noWarehouse}>
          {words.noWarehouseHow}
          <br />
          <LinkButton href="/desk/warehouses">{gifts.addWarehouse}</LinkButton>
        </Empty>
      </>
    );
  }
  const { warehouse } = board;
  return (
    <>
      <PageHead
        title={words.title(warehouse.name)}
        note={<DateTime at={now} />}
        actions={
          <>
            {can.print && (
              <LinkButton href="/desk/labels" icon={Printer}>
                {words.print}
              </LinkButton>
            )}
            {can.scan && (
              <LinkButton href={`/desk/scan?warehouse=${warehouse.id}`} icon={ScanLine}>
                {words.scan}
              </LinkButton>
            )}
            {can.expect && (
              <LinkButton
                href={`/desk/consignments/new?warehouse=${warehouse.id}`}
                icon={PackageOpen}
                tone="primary"
              >
                {words.expect}
              </LinkButton>
            )}
          </>
        }
      />
      {warehouses.length > 1 && <Choice current={warehouse.id} warehouses={warehouses} />}
      <WaitingList waiting={board.waiting} warehouseId={warehouse.id} />
      <div className="cols">
        <div className="stack">
          <ArrivalsPanel arrivals={board.arrivals} />
          <StockPanel rows={board.stock} total={board.stockTotal} warehouseId={warehouse.id} today={today} />
        </div>
        <div className="stack">
          <LatePanel rows={board.late} total={board.lateTotal} now={now} />
          <DeliveriesPanel deliveries={board.deliveries} now={now} />
          <CasesPanel cases={board.cases} total={board.casesTotal} today={today} />
          <QuarantinePanel lots={board.quarantine} today={today} />
        </div>
      </div>
    </>
  );
}

function Choice(props: { current: string; warehouses: { id: string; name: string }[] }) {
  const words = useMessages().board;
  return (
    <Form method="get" className="flex flex-wrap items-end gap-2">
      <SelectField
        name="warehouse"
        label={words.choose}
        blank={false}
        choices={props.warehouses.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={props.current}
      />
      <Button>{words.show}</Button>
    </Form>
  );
}
