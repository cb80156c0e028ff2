import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { SignIn } from "#app/domain/people/schema.ts";
import { signIn } from "#app/domain/people/sign-in.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { actorOf } from "#app/session/actor.server.ts";
import { deskPath } from "#app/session/desk-path.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";
import { signedInCookie } from "#app/session/session-cookie.server.ts";
import { submit } from "#app/session/submit.server.ts";
import { whence } from "#app/session/whence.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const next = deskPath(new URL(request.url).searchParams.get("next"));
  if (await actorOf(request)) throw redirect(next);
  return { next, title: pageTitle(request, ({ session }) => session.signInTitle) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const from = whence(request, context);
  const submitted = await submit(request, SignIn, (_requestId, input) => signIn(input, from), form);
  if (!submitted.ok) return submitted.answer;
  const headers = { "Set-Cookie": await signedInCookie(submitted.result) };
  throw redirect(deskPath(form.get("next")), { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SignInPage() {
  const { next } = useLoaderData<typeof loader>();
  const { session: words } = useMessages();
  const errors = useActionData<typeof action>();
  const labels = { login: words.login, password: words.password };
  const form = useVerbForm({ schema: SignIn, errors, labels });
  return (
    <PublicLayout>
      <div className="wrap">
        <section className="sheet mx-auto grid w-full max-w-md gap-4">
          <h1>{words.signInTitle}</h1>
          <p className="text-ink-2">{words.signInLead}</p>
          <VerbForm form={form} notDone={words.notSignedIn} className="grid gap-4">
            <input type="hidden" name="next" value={next} />
            <TextField name="login" autoComplete="username" spellCheck={false} inputMode="email" autoFocus />
            <TextField name="password" type="password" autoComplete="current-password" />
            <div>
              <SubmitButton size="mid">{words.signIn}</SubmitButton>
            </div>
          </VerbForm>
          <p className="text-small text-ink-2">
            {words.forgotten}
            <br />
            {words.noAccount}
          </p>
        </section>
      </div>
    </PublicLayout>
  );
}
