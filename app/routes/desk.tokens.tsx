import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { uuidv7 } from "uuidv7";
import { TokenForm } from "#app/components/people/token-form.tsx";
import { TokensTable } from "#app/components/people/tokens-table.tsx";
import { CopyOnce } from "#app/components/ui/copy-once.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { createToken } from "#app/domain/people/create-token.server.ts";
import { listTokens } from "#app/domain/people/list.server.ts";
import { revokeToken } from "#app/domain/people/revoke-token.server.ts";
import { CreateToken, RevokeToken } from "#app/domain/people/schema.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireAction } from "#app/session/actor.server.ts";
import { answerTo } from "#app/session/answer.server.ts";
import { pageNumber } from "#app/session/page-number.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { submit } from "#app/session/submit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAction(request, "token.create");
  const tokens = await listTokens(actor, { page: pageNumber(request) });
  return { tokens, requestId: uuidv7(), title: pageTitle(request, ({ people }) => people.tokensTitle) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAction(request, "token.create");
  const form = await request.formData();
  if (form.get("intent") === "revoke") {
    const revoke = (id: string, input: RevokeToken) => revokeToken(actor, id, input);
    return answerTo("revoke", await submit(request, RevokeToken, revoke, form));
  }
  const create = (id: string, input: CreateToken) => createToken(actor, id, input);
  return answerTo("create", await submit(request, CreateToken, create, form));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TokensPage() {
  const { tokens, requestId } = useLoaderData<typeof loader>();
  const { people: words } = useMessages();
  const answer = useActionData<typeof action>();
  const made = answer?.intent === "create" ? answer.result?.token : undefined;
  const pages = Math.ceil(tokens.total / tokens.pageSize);
  return (
    <>
      <PageHead title={words.tokensTitle} note={words.tokensNote} />
      {made !== undefined && (
        <Note tone="ok" live>
          {words.tokenMade}
          <CopyOnce label={words.token} text={made} />
        </Note>
      )}
      {answer?.intent === "revoke" && (
        <Note tone={answer.errors ? "bad" : "ok"} live>
          {answer.errors?.form ?? words.tokenRevoked}
        </Note>
      )}
      <Panel title={words.createToken} padded>
        <TokenForm
          key={made ?? "create"}
          errors={answer?.intent === "create" ? answer.errors : undefined}
          requestId={requestId}
        />
      </Panel>
      <Panel title={words.tokens}>
        <TokensTable tokens={tokens.rows} />
        {pages > 1 && <Pager page={tokens.page} pages={pages} rows={tokens.total} />}
      </Panel>
    </>
  );
}
