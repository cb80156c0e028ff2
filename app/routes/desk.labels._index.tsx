import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Replace } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { SelectField } from "#app/components/fields/select-field.tsx";
import { BinsForm } from "#app/components/labels/bins-form.tsx";
import { BlankForm } from "#app/components/labels/blank-form.tsx";
import { BoxesForms } from "#app/components/labels/boxes-forms.tsx";
import { LotForm } from "#app/components/labels/lot-form.tsx";
import { Form, Link } from "#app/components/layout/router.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import type { UserActor } from "#app/domain/actor.ts";
import {
  binsToLabel,
  consignmentsWithBoxes,
  lotsToLabel,
  placesWithBoxes,
} from "#app/domain/labels/choices.server.ts";
import { labelBins } from "#app/domain/labels/for-bins.server.ts";
import { labelLot } from "#app/domain/labels/for-lot.server.ts";
import { printBlankLabels } from "#app/domain/labels/print-blank.server.ts";
import { LabelBins, LabelLot, PrintBlankLabels } from "#app/domain/labels/schema.ts";
import { selectionQuery } from "#app/domain/labels/selection.ts";
import { listWarehouses } from "#app/domain/places/list-warehouses.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

const kinds = ["blank", "bins", "boxes", "lots"] as const;
type Kind = (typeof kinds)[number];

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "label.print");
  const { searchParams } = new URL(request.url);
  const kind = kinds.find((known) => known === searchParams.get("for")) ?? "blank";
  const warehouses = await listWarehouses(actor);
  const warehouseId = searchParams.get("warehouse") || (warehouses[0]?.id ?? "");
  return {
    kind,
    warehouses,
    warehouseId,
    lot: searchParams.get("lot") ?? "",
    choices: warehouseId ? await found(request, choicesFor(actor, kind, warehouseId)) : {},
    requestId: uuidv7(),
    title: pageTitle(request, ({ labels }) => labels.title),
  };
}

async function choicesFor(actor: UserActor, kind: Kind, warehouseId: string) {
  return {
    ...(kind === "bins" && { bins: await binsToLabel(actor, warehouseId) }),
    ...(kind === "lots" && { lots: await lotsToLabel(actor, warehouseId) }),
    ...(kind === "boxes" && {
      places: await placesWithBoxes(actor, warehouseId),
      consignments: await consignmentsWithBoxes(actor),
    }),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "label.print");
  const form = await request.formData();
  const submitted = await submitKind(actor, request, form);
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/labels/print?${submitted.result}`);
}

/** Makes what the form asks for; answers with the address's words for it. */
function submitKind(actor: UserActor, request: Request, form: FormData) {
  switch (form.get("intent")) {
    case "bins":
      return submit(
        request,
        LabelBins,
        async (id, input: LabelBins) => {
          const { codes } = await labelBins(actor, id, input);
          const bins = await binsToLabel(actor, input.warehouseId);
          // An address that named every bin of a large warehouse would be too long for a proxy.
          return selectionQuery(
            codes.length === bins.length
              ? { by: "warehouse", id: input.warehouseId }
              : { by: "codes", codes },
          );
        },
        form,
      );
    case "lot":
      return submit(
        request,
        LabelLot,
        async (id, input: LabelLot) => {
          const { codes } = await labelLot(actor, id, input);
          return selectionQuery({ by: "codes", codes });
        },
        form,
      );
    default:
      return submit(
        request,
        PrintBlankLabels,
        async (id, input: PrintBlankLabels) => {
          const { runId } = await printBlankLabels(actor, id, input);
          return selectionQuery({ by: "run", id: runId });
        },
        form,
      );
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LabelsPage() {
  const { kind, warehouseId } = useLoaderData<typeof loader>();
  const words = useMessages().labels;
  const address = (each: Kind) => `/desk/labels?for=${each}&warehouse=${warehouseId}`;
  return (
    <>
      <PageHead
        title={words.title}
        note={words.note}
        actions={
          <LinkButton href="/desk/labels/replace" icon={Replace}>
            {words.replace.title}
          </LinkButton>
        }
      />
      <Tabs
        label={words.kinds}
        tabs={kinds.map((each) => ({ href: address(each), label: words[each].tab }))}
        current={address(kind)}
      />
      {kind !== "blank" && <ChooseWarehouse />}
      <Panel title={words[kind].title} note={words[kind].note} padded>
        <Choices />
      </Panel>
    </>
  );
}

/** A plain GET form, so that it works without script. */
function ChooseWarehouse() {
  const { kind, warehouses, warehouseId } = useLoaderData<typeof loader>();
  const words = useMessages().labels;
  if (warehouses.length < 2) return null;
  return (
    <Form method="get" className="flex flex-wrap items-end gap-2" key={warehouseId}>
      <input type="hidden" name="for" value={kind} />
      <SelectField
        name="warehouse"
        label={words.warehouse}
        blank={false}
        choices={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={warehouseId}
      />
      <Button>{words.show}</Button>
    </Form>
  );
}

function Choices() {
  const { kind, warehouseId, lot, choices, requestId } = useLoaderData<typeof loader>();
  const { labels: words, places: placeWords } = useMessages();
  const errors = useActionData<typeof action>();
  const { bins = [], lots = [], places = [], consignments = [] } = choices;
  const form = { errors, requestId };
  if (kind !== "blank" && !warehouseId) {
    return (
      <Empty title={placeWords.warehouses.none}>
        <Link to="/desk/warehouses">{placeWords.warehouses.add}</Link>
      </Empty>
    );
  }
  switch (kind) {
    case "bins":
      if (bins.length === 0) return <Empty title={words.bins.empty}>{words.bins.emptyHow}</Empty>;
      return <BinsForm key={warehouseId} warehouseId={warehouseId} bins={bins} {...form} />;
    case "lots":
      if (lots.length === 0) return <Empty title={words.lots.empty}>{words.lots.emptyHow}</Empty>;
      return <LotForm key={`${warehouseId} ${lot}`} lots={lots} lot={lot} {...form} />;
    case "boxes":
      return <BoxesForms places={places} consignments={consignments} />;
    default:
      return <BlankForm {...form} />;
  }
}
