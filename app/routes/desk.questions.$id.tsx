import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { Facts } from "#app/components/gifts/facts.tsx";
import { Link } from "#app/components/layout/router.ts";
import { AnswerQuestionForm } from "#app/components/trace/answer-form.tsx";
import { QuestionTag } from "#app/components/trace/question-table.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { formatDateTime } from "#app/domain/dates.ts";
import { may } from "#app/domain/permissions.ts";
import { answerQuestion } from "#app/domain/questions/answer.server.ts";
import { getQuestion } from "#app/domain/questions/list.server.ts";
import { AnswerQuestion } from "#app/domain/questions/schema.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { requireAction, requireActor } from "#app/session/actor.server.ts";
import { found } from "#app/session/found.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const question = await found(request, getQuestion(actor, params.id ?? ""));
  return {
    question,
    mayAnswer: question.answer === null && may(actor, "question.answer"),
    answered: new URL(request.url).searchParams.has("answered"),
    requestId: uuidv7(),
    title: pageTitle(request, ({ trace }) => trace.inbox.one(question.giftNumber)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAction(request, "question.answer");
  const form = await request.formData();
  form.set("questionId", params.id ?? "");
  const submitted = await submit(
    request,
    AnswerQuestion,
    (id, input) => answerQuestion(actor, id, input),
    form,
  );
  if (!submitted.ok) return submitted.answer;
  throw redirect(`/desk/questions/${params.id}?answered`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Question() {
  const { question, mayAnswer, answered, requestId } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>();
  const { inbox: words } = useMessages().trace;
  const locale = useLocale();
  return (
    <>
      <PageHead title={words.one(question.giftNumber)} note={question.organization} />
      {answered && (
        <Note tone="ok" live>
          {words.done}
        </Note>
      )}
      <div className="cols">
        <div className="stack">
          <Panel title={words.asked} padded>
            <p className="whitespace-pre-line">{question.question}</p>
          </Panel>
          {question.answer !== null && (
            <Panel title={words.answer} padded>
              <p className="whitespace-pre-line">{question.answer}</p>
              {question.answeredAt && (
                <p className="text-small text-ink-2">
                  {words.answeredBy(question.answeredBy ?? "", formatDateTime(question.answeredAt, locale))}
                </p>
              )}
            </Panel>
          )}
          {mayAnswer && (
            <Panel title={words.submit} padded>
              <AnswerQuestionForm questionId={question.id} errors={errors} requestId={requestId} />
            </Panel>
          )}
        </div>
        <Panel title={words.gift} padded>
          <Facts
            facts={[
              [words.gift, <Link to={`/desk/gifts/${question.giftId}`}>{question.giftNumber}</Link>],
              [words.donor, question.donor],
              [words.columns.asked, formatDateTime(question.askedAt, locale)],
              [words.due, <QuestionTag row={question} />],
            ]}
          />
        </Panel>
      </div>
    </>
  );
}
