import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { PhotoField } from "#app/components/photos/photo-field.tsx";
import { subjectPath } from "#app/components/photos/subject-path.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { UserActor } from "#app/domain/actor.ts";
import { addPhoto } from "#app/domain/photos/add.server.ts";
import { getPhotoSubject } from "#app/domain/photos/get-subject.server.ts";
import { isTooLarge } from "#app/domain/photos/limits.ts";
import { PhotoForm, Subject } from "#app/domain/photos/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

/** `?kind=case&id=…`: what the photo is of. */
async function subjectIn(request: Request, actor: UserActor) {
  const { searchParams } = new URL(request.url);
  const [subjectKind, subjectId] = [searchParams.get("kind"), searchParams.get("id")];
  const named = Subject.safeParse({ subjectKind, subjectId });
  if (!named.success) throw data(null, { status: 404 });
  return found(request, getPhotoSubject(actor, named.data));
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "photo.add");
  const subject = await subjectIn(request, actor);
  return {
    subject,
    requestId: uuidv7(),
    title: pageTitle(request, ({ photos }) =>
      photos.add.title(photos.subjects[subject.subjectKind], subject.number),
    ),
  };
}

/** One photo of a plain form; the form's request id is the photo's. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "photo.add");
  const subject = await subjectIn(request, actor);
  if (isTooLarge(request)) {
    const errors: FormErrors = { fields: { file: "file_too_large" }, values: {} };
    return data(errors, { status: 413 });
  }
  const submitted = await submit(request, PhotoForm, async (photoId, { file: sent }) => {
    const { subjectKind, subjectId } = subject;
    const file = new Uint8Array(await sent.arrayBuffer());
    return addPhoto(actor, photoId, { subjectKind, subjectId, lineN: null, file });
  });
  if (!submitted.ok) return submitted.answer;
  throw redirect(`${subjectPath(subject)}?photo=kept#photos`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AddPhotoPage() {
  const { subject, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { add: words, subjects } = useMessages().photos;
  return (
    <>
      <PageHead
        title={words.title(subjects[subject.subjectKind], subject.number)}
        actions={<LinkButton href={subjectPath(subject)}>{words.back}</LinkButton>}
      />
      <Panel title={words.file} padded>
        <PhotoField subject={subject} kept={subject.kept} errors={errors} requestId={requestId} />
      </Panel>
    </>
  );
}
