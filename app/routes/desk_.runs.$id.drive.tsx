import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import type { TypedValues } from "#app/components/fields/read-form.ts";
import { DriveScreen, type Happened } from "#app/components/drive/drive-screen.tsx";
import { isId } from "#app/domain/is-id.ts";
import { may } from "#app/domain/permissions.ts";
import { getRun } from "#app/domain/runs/get.server.ts";
import { listRunBoxes } from "#app/domain/runs/list-boxes.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { actOnRun } from "#app/session/run-acts.server.ts";
import { wantsLargeText } from "#app/session/text-size.server.ts";

const sayings = ["loaded", "handed-on", "undone", "arrived", "left"] as const;

/** A run on the phone of whoever drives it, one thing at a time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "run.drive");
  const run = await found(request, getRun(actor, params.id ?? ""));
  const { searchParams } = new URL(request.url);
  const event = searchParams.get("event") ?? "";
  return {
    run,
    boxes: await listRunBoxes(actor, run.id),
    can: { leave: may(actor, "delivery.dispatch") },
    happened: {
      said: sayings.find((each) => each === searchParams.get("done")) ?? null,
      code: searchParams.get("code")?.slice(0, 20) ?? null,
      eventId: isId(event) ? event : null,
      refused: null,
      typed: "",
    } satisfies Happened,
    asked: Number(searchParams.get("stop")) || null,
    now: new Date(),
    largeText: wantsLargeText(request),
    requestId: uuidv7(),
    title: pageTitle(request, ({ drive }) => drive.title(run.number)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const done = await actOnRun(request, await request.formData(), params.id ?? "");
  if (!done.ok) return done.answer;
  if (done.said === "finished") throw redirect(`/desk/runs/${params.id}?done=finished`);
  const stop = new URL(request.url).searchParams.get("stop");
  const happened = new URLSearchParams({
    ...(stop && done.said !== "arrived" && { stop }),
    done: done.said,
    ...(done.scanned && { code: done.scanned.code, event: done.scanned.eventId }),
  });
  throw redirect(`/desk/runs/${params.id}/drive?${happened}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DrivePage() {
  const { title: _title, ...driven } = useLoaderData<typeof loader>();
  const { fields } = useMessages();
  const errors = useActionData<typeof action>();
  const [key] = Object.values(errors?.fields ?? {});
  const refused = errors ? (errors.form ?? fields[key as keyof typeof fields] ?? null) : null;
  const happened = refused === null ? driven.happened : { ...refusedAct(errors?.values), refused };
  return <DriveScreen {...driven} happened={happened} />;
}

/** What was asked for in vain, so that a code can be mended. */
function refusedAct(values: TypedValues = {}): Happened {
  const textOf = (name: string) => String(values[name] ?? "");
  return { said: null, code: null, eventId: textOf("requestId"), refused: null, typed: textOf("code") };
}
