import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { coveringIn } from "#app/components/photos/covering.ts";
import { LookAgain } from "#app/components/photos/look-again.tsx";
import { PhotoFacts } from "#app/components/photos/photo-facts.tsx";
import { KeepInsideForm, RemoveForm } from "#app/components/photos/photo-forms.tsx";
import { PhotoTag } from "#app/components/photos/photo-tag.tsx";
import { RedactionEditor } from "#app/components/photos/redaction-editor.tsx";
import { WholePhoto } from "#app/components/photos/whole-photo.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { may } from "#app/domain/permissions.ts";
import { getPhoto } from "#app/domain/photos/get.server.ts";
import { publishPhoto } from "#app/domain/photos/publish.server.ts";
import { removePhoto } from "#app/domain/photos/remove.server.ts";
import { PublishPhoto, RemovePhoto, UnpublishPhoto } from "#app/domain/photos/schema.ts";
import { unpublishPhoto } from "#app/domain/photos/unpublish.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const photo = await found(request, getPhoto(actor, params.id ?? ""));
  return {
    photo,
    ...coveringIn(new URL(request.url).searchParams, photo),
    can: { publish: may(actor, "photo.publish"), remove: may(actor, "photo.remove") },
    requestId: uuidv7(),
    title: pageTitle(request, ({ photos }) =>
      photos.detail.title(photos.subjects[photo.subjectKind], photo.number),
    ),
  };
}

const intents = ["publish", "unpublish", "remove"] as const;

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  form.set("photoId", params.id ?? "");
  const intent = intents.find((each) => each === form.get("intent")) ?? "publish";
  const acts = {
    publish: () => submit(request, PublishPhoto, (id, input) => publishPhoto(actor, id, input), form),
    unpublish: () => submit(request, UnpublishPhoto, (id, input) => unpublishPhoto(actor, id, input), form),
    remove: () => submit(request, RemovePhoto, (id, input) => removePhoto(actor, id, input), form),
  };
  const submitted = await acts[intent]();
  if (submitted.ok)
    throw redirect(`/desk/photos${intent === "remove" ? "" : `/${params.id}`}?done=${intent}`);
  return data({ ...submitted.answer.data, intent }, submitted.answer.init ?? {});
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PhotoPage() {
  const { photo, can, requestId } = useLoaderData<typeof loader>();
  const { detail, subjects, keepInside, remove, done: said } = useMessages().photos;
  const asked = useSearchParams()[0].get("done");
  const done = intents.find((each) => each === asked);
  const answer = useActionData<typeof action>();
  const shared = (intent: (typeof intents)[number]) => ({
    photoId: photo.id,
    requestId,
    errors: answer?.intent === intent ? answer : undefined,
  });
  return (
    <>
      <PageHead
        title={detail.title(subjects[photo.subjectKind], photo.number)}
        note={<PhotoTag photo={photo} />}
      />
      {done && (
        <Note tone="ok" live>
          {said[done]}
        </Note>
      )}
      <div className="cols">
        <div className="stack">{can.publish ? <Covering /> : <Picture />}</div>
        <div className="stack">
          <Panel title={detail.facts} note={photo.organization} padded>
            <PhotoFacts photo={photo} />
          </Panel>
          {can.publish && (photo.publicFile !== null || photo.redactions === null) && (
            <Panel title={keepInside.title} padded>
              <KeepInsideForm {...shared("unpublish")} isPublic={photo.publicFile !== null} />
            </Panel>
          )}
          {can.remove && (
            <Panel title={remove.title} padded>
              <RemoveForm {...shared("remove")} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function Picture() {
  const { photo } = useLoaderData<typeof loader>();
  const { detail, subjects, alt } = useMessages().photos;
  return (
    <Panel title={detail.facts} padded>
      <WholePhoto
        photo={photo}
        src={`/photos/${photo.id}`}
        alt={alt(`${subjects[photo.subjectKind]} ${photo.number}`, 1)}
      />
    </Panel>
  );
}

/** First what has to be covered, then the covered photo once more before it is public. */
function Covering() {
  const { photo, looking, parts, errors, requestId } = useLoaderData<typeof loader>();
  const { cover, check, subjects, alt } = useMessages().photos;
  const answer = useActionData<typeof action>();
  if (looking !== null) {
    return (
      <Panel title={check.title} padded>
        <LookAgain
          photo={photo}
          redactions={looking}
          errors={answer?.intent === "publish" ? answer : undefined}
          requestId={requestId}
        />
      </Panel>
    );
  }
  const what = `${subjects[photo.subjectKind]} ${photo.number}`;
  return (
    <Panel title={cover.title} padded>
      <RedactionEditor
        key={JSON.stringify(parts)}
        photo={photo}
        alt={alt(what, 1)}
        parts={parts}
        errors={errors}
      />
    </Panel>
  );
}
