import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { BuildingFilter, CountForm, CountsFile } from "#app/components/registers/count-form.tsx";
import { ProblemTable } from "#app/components/registers/problem-table.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { countBack } from "#app/domain/registers/count-back.server.ts";
import { enterCounts } from "#app/domain/registers/enter-rows.server.ts";
import { CountsFileForm, CountSheet } from "#app/domain/registers/forms.ts";
import { getRegister } from "#app/domain/registers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submitTable } from "#app/session/submit-table.server.ts";
import { isUploadTooLarge, tooLarge } from "#app/session/upload-size.server.ts";

/** More rows than this are shown building by building. */
const ROWS_AT_ONCE = 60;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "register.count-back");
  const { id, number, site, lines, rows, handOver } = await found(
    request,
    getRegister(actor, params.id ?? ""),
  );
  if (handOver !== null || rows.length === 0) throw redirect(`/desk/registers/${id}`);
  const buildings = [...new Set(rows.map(({ building }) => building))];
  const asked = new URL(request.url).searchParams.get("building");
  const first = rows.length > ROWS_AT_ONCE ? (buildings[0] ?? "") : "";
  const building = asked === null ? first : buildings.includes(asked) ? asked : "";
  return {
    register: { id, lines, rows: rows.filter((row) => building === "" || row.building === building) },
    number,
    site,
    buildings,
    building,
    requestId: uuidv7(),
    title: pageTitle(request, ({ registers }) => registers.count.title),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "register.count-back");
  const { id } = await found(request, getRegister(actor, params.id ?? ""));
  if (isUploadTooLarge(request)) return data(tooLarge("file"), { status: 413 });
  const form = await request.formData();
  form.set("registerId", id);
  const ofFile = form.get("intent") === "file";
  const answer = ofFile
    ? await submitTable(
        request,
        CountsFileForm,
        (requestId, sent) => enterCounts(actor, requestId, id, sent),
        form,
      )
    : await submitTable(
        request,
        CountSheet,
        async (requestId, input) => {
          await countBack(actor, requestId, input);
          return [];
        },
        form,
      );
  if (answer === undefined) throw redirect(`/desk/registers/${id}?done=counted`);
  return data({ ...answer.data, ofFile }, answer.init ?? undefined);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CountBackPage() {
  const { register, number, site, buildings, building, requestId } = useLoaderData<typeof loader>();
  const { count: words, rows } = useMessages().registers;
  const answer = useActionData<typeof action>();
  const ofFile = answer !== undefined && "ofFile" in answer && answer.ofFile;
  return (
    <>
      <PageHead
        title={words.title}
        note={`${number} · ${site}`}
        actions={<LinkButton href={`/desk/registers/${register.id}`}>{rows.back}</LinkButton>}
      />
      <p className="max-w-3xl">{words.note}</p>
      {answer && answer.problems.length > 0 && <ProblemTable problems={answer.problems} />}
      {buildings.length > 1 && <BuildingFilter buildings={buildings} building={building} />}
      <Panel title={building || words.all} note={words.asPlanned} padded>
        <CountForm
          key={building}
          register={register}
          errors={ofFile ? undefined : answer?.errors}
          requestId={requestId}
        />
      </Panel>
      <Panel title={words.file} padded>
        <CountsFile errors={ofFile ? answer?.errors : undefined} requestId={requestId} />
      </Panel>
    </>
  );
}
