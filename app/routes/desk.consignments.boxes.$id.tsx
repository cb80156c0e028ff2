import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { ClassifyForm } from "#app/components/consignments/classify-form.tsx";
import { withGoods } from "#app/components/consignments/with-goods.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { classifyBox } from "#app/domain/boxes/classify.server.ts";
import { ClassifyBox } from "#app/domain/boxes/schema.ts";
import { formatCode } from "#app/domain/code.ts";
import { getUnknownBox } from "#app/domain/consignments/unknown-boxes.server.ts";
import {
  donorSuggestions,
  itemSuggestions,
  purposeSuggestions,
} from "#app/domain/gifts/form-choices.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "consignment.count");
  const box = await found(request, getUnknownBox(actor, params.id ?? ""));
  const [items, purposes, donors] = await Promise.all([
    itemSuggestions(actor),
    purposeSuggestions(actor),
    donorSuggestions(actor),
  ]);
  return {
    box,
    choices: { items, purposes, donors },
    requestId: uuidv7(),
    title: pageTitle(request, ({ consignments }) => consignments.boxes.classify.title(formatCode(box.code))),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "consignment.count");
  const box = await found(request, getUnknownBox(actor, params.id ?? ""));
  const form = await request.formData();
  form.set("code", box.code);
  const classify = (id: string, input: ClassifyBox) => classifyBox(actor, id, input);
  const submitted = await submit(request, withGoods(ClassifyBox), classify, form);
  if (!submitted.ok) return submitted.answer;
  const { gift } = submitted.result;
  throw redirect(`/desk/consignments/boxes?booked=${encodeURIComponent(gift.number)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ClassifyPage() {
  const { box, choices, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { boxes: words } = useMessages().consignments;
  return (
    <>
      <PageHead
        title={words.classify.title(formatCode(box.code))}
        note={[box.consignmentNumber, box.donor, box.note].filter(Boolean).join(" · ")}
      />
      <Panel title={words.open} note={words.classify.note} padded>
        {box.mayBeOpened ? (
          <ClassifyForm code={box.code} {...choices} errors={errors} requestId={requestId} />
        ) : (
          <Empty title={words.notYet} />
        )}
      </Panel>
    </>
  );
}
