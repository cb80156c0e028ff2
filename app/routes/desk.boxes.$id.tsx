import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Printer } from "lucide-react";
import { uuidv7 } from "uuidv7";
import { BoxContents } from "#app/components/boxes/box-contents.tsx";
import { BoxFacts } from "#app/components/boxes/box-facts.tsx";
import { BoxHistory } from "#app/components/boxes/box-history.tsx";
import { BoxStack } from "#app/components/boxes/box-stack.tsx";
import { CustodyPanel } from "#app/components/boxes/custody-panel.tsx";
import { MoveForm } from "#app/components/boxes/move-form.tsx";
import { ReasonForm } from "#app/components/boxes/reason-form.tsx";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { Disclosure } from "#app/components/people/disclosure.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { boxCustody } from "#app/domain/boxes/custody.server.ts";
import { emptyBox } from "#app/domain/boxes/empty.server.ts";
import { getBox } from "#app/domain/boxes/get.server.ts";
import { moveBox } from "#app/domain/boxes/move.server.ts";
import { EmptyBox, MoveBox, ReplaceLabel, UndoBoxEvent } from "#app/domain/boxes/schema.ts";
import { undoBoxEvent } from "#app/domain/boxes/undo.server.ts";
import { formatCode } from "#app/domain/code.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { replaceLabel } from "#app/domain/labels/replace.server.ts";
import { momentIn, pickerValue } from "#app/domain/moment.ts";
import { may } from "#app/domain/permissions.ts";
import { getWarehouse } from "#app/domain/places/get-warehouse.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const box = await found(request, getBox(actor, params.id ?? ""));
  const { bins } = await getWarehouse(actor, box.warehouseId);
  const asked = momentIn(new URL(request.url).searchParams.get("at"));
  return {
    box,
    holder: await boxCustody(actor, params.id ?? "", asked ?? new Date()),
    at: asked === null ? "" : pickerValue(asked),
    bins: bins.map(({ id, name }) => ({ id, name })),
    mayHandle: may(actor, "box.handle"),
    mayPrint: may(actor, "label.print"),
    today: todayInShanghai(),
    requestId: uuidv7(),
    title: pageTitle(request, ({ boxes }) =>
      (box.kind === "pallet" ? boxes.palletOf : boxes.of)(formatCode(box.code ?? params.id ?? "")),
    ),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = intentOf(form);
  const actor = await requireAction(request, intent === "replace" ? "label.print" : "box.handle");
  const code = params.id ?? "";
  await found(request, getBox(actor, code));
  form.set("code", code);
  if (intent === "replace") {
    const submitted = await submit(
      request,
      ReplaceLabel,
      (id, input) => replaceLabel(actor, id, input),
      form,
    );
    if (!submitted.ok) return answerTo(intent, submitted);
    throw redirect(`/desk/boxes/${submitted.result.code}?done=replace`);
  }
  const submitted = await handle();
  if (!submitted.ok) return answerTo(intent, submitted);
  throw redirect(`/desk/boxes/${code}?done=${intent}`);

  function handle() {
    switch (intent) {
      case "undo":
        return submit(request, UndoBoxEvent, (id, input) => undoBoxEvent(actor, id, input), form);
      case "empty":
        return submit(request, EmptyBox, (id, input) => emptyBox(actor, id, input), form);
      default:
        return submit(request, MoveBox, (id, input) => moveBox(actor, id, input), form);
    }
  }
}

const intents = ["move", "undo", "empty", "replace"] as const;

const intentOf = (form: FormData) => intents.find((known) => known === form.get("intent")) ?? "move";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BoxPage() {
  const { box, holder, at, bins, mayHandle, mayPrint, today, requestId } = useLoaderData<typeof loader>();
  const words = useMessages().boxes;
  const answer = useActionData<typeof action>();
  const errorsOf = (intent: (typeof intents)[number]) =>
    answer?.intent === intent ? answer.errors : undefined;
  const code = box.code ?? box.oldCodes[0]?.code ?? "";
  const free = mayHandle && !box.emptied && box.delivery === null;
  const labelled = mayPrint && !box.emptied;
  return (
    <>
      <PageHead
        title={(box.kind === "pallet" ? words.palletOf : words.of)(formatCode(code))}
        actions={
          <>
            <PrintButton icon={Printer}>{words.print}</PrintButton>
            {labelled && box.code && (
              <LinkButton href={`/desk/labels/print?codes=${box.code}`}>{words.printLabel}</LinkButton>
            )}
          </>
        }
      />
      <Outcome code={code} />
      <div className="cols">
        <div className="stack">
          <div className="no-print">
            <CustodyPanel key={at} holder={holder} at={at} />
          </div>
          {box.kind === "box" ? (
            <Panel title={words.contents} note={!box.emptied && words.contentsNote}>
              <BoxContents
                contents={box.contents}
                counted={box.counted}
                emptied={box.emptied}
                today={today}
              />
            </Panel>
          ) : (
            <BoxStack boxes={box.boxes} today={today} />
          )}
          <Panel title={words.history}>
            <BoxHistory kind={box.kind} events={box.events} mayUndo={mayHandle} requestId={requestId} />
          </Panel>
        </div>
        <div className="stack no-print">
          <BoxFacts box={box} />
          {free && box.code && (
            <Panel title={words.move.title} padded>
              <MoveForm code={box.code} bins={bins} errors={errorsOf("move")} requestId={requestId} />
            </Panel>
          )}
          {free && box.code && box.contents.length > 0 && (
            <Disclosure label={words.emptying.title} open={answer?.intent === "empty"}>
              <ReasonForm
                intent="empty"
                words={words.emptying}
                code={box.code}
                errors={errorsOf("empty")}
                requestId={requestId}
              />
            </Disclosure>
          )}
          {labelled && box.code && (
            <Disclosure label={words.replace.title} open={answer?.intent === "replace"}>
              <ReasonForm
                intent="replace"
                words={words.replace}
                code={box.code}
                errors={errorsOf("replace")}
                requestId={requestId}
              />
            </Disclosure>
          )}
        </div>
      </div>
    </>
  );
}

function Outcome({ code }: { code: string }) {
  const words = useMessages().boxes;
  const answer = useActionData<typeof action>();
  const done = useSearchParams()[0].get("done");
  if (answer?.intent === "undo") {
    return (
      <Note tone="bad" live>
        {answer.errors?.form}
      </Note>
    );
  }
  const said = {
    move: words.move.done,
    undo: words.undoDone,
    empty: words.emptying.done,
    replace: words.replace.done(formatCode(code)),
  };
  if (answer || !done || !(done in said)) return null;
  return (
    <Note tone="ok" live>
      {said[done as keyof typeof said]}
    </Note>
  );
}
