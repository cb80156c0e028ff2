import { setTimeout as sleep } from "node:timers/promises";
import {
  data,
  type ActionFunction,
  type ActionFunctionArgs,
  type LoaderFunction,
  type LoaderFunctionArgs,
  type ServerBuild,
} from "@remix-run/node";
import { parseFormData } from "#app/components/fields/form-data.ts";
import { refusedForm, typedIn } from "#app/components/fields/read-form.ts";
import { DomainError, refuse } from "#app/domain/errors.ts";
import { refusalOf } from "#app/domain/refusals.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { found } from "#app/session/found.server.ts";
import { localeOf } from "#app/session/locale.server.ts";

const LOADER_MS = 30_000;
/** A large workbook is read and booked on trial while its action waits. */
const ACTION_MS = 150_000;

/**
 * The pages, so that what a loader or an action did not expect is answered by what it is: a refusal of the domain or
 * of the database with its own status and sentence, a database that cannot be reached as 503 with the request's id for
 * a reference. A form that was sent meanwhile comes back with what was typed. What nobody knows stays an error.
 */
export function guardPages(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [
    id,
    route && { ...route, module: { ...route.module, ...guarded(route.module) } },
  ]);
  return { ...build, routes: Object.fromEntries(routes) };
}

function guarded({ loader, action }: { loader?: LoaderFunction; action?: ActionFunction }) {
  return { ...(loader && { loader: guardLoader(loader) }), ...(action && { action: guardAction(action) }) };
}

const guardLoader =
  (loader: LoaderFunction): LoaderFunction =>
  async (args, ...more) => {
    try {
      return await within(LOADER_MS, loader(args, ...more));
    } catch (error) {
      return answerOf(error, args);
    }
  };

const guardAction =
  (action: ActionFunction): ActionFunction =>
  async (args, ...more) => {
    const copy = isPlainForm(args.request) ? args.request.clone() : undefined;
    try {
      return await within(ACTION_MS, action(args, ...more));
    } catch (error) {
      if (copy && isUnreachable(error)) return formAgain(copy, error, args);
      return answerOf(error, args);
    }
  };

/** A driver that finds nobody at the other end of its line may try for ever; a reader does not wait so long. */
async function within<Answer>(milliseconds: number, work: Promise<Answer> | Answer): Promise<Answer> {
  const limit = new AbortController();
  const tooLong = sleep(milliseconds, undefined, { ref: false, signal: limit.signal }).then(() =>
    refuse("database_unreachable", { reference: "" }),
  );
  tooLong.catch(() => undefined);
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    limit.abort();
  }
}

/** A form without files: small, as the server lets no other pass. */
const isPlainForm = (request: Request): boolean =>
  request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded") === true;

const isUnreachable = (error: unknown): error is Error =>
  error instanceof Error && refusalOf(error).code === "database_unreachable";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

async function answerOf(error: unknown, { request, context }: Args): Promise<unknown> {
  if (!isUnreachable(error)) {
    // An answer that was thrown (a redirect, a page's own refusal) goes on as it is.
    if (!(error instanceof Error)) throw error;
    return found(request, Promise.reject(error));
  }
  context.log.error({ err: error }, "database unreachable");
  throw Response.json({ reference: context.requestId }, { status: 503 });
}

/** The refusal in each of the shapes in which pages read it: with or without the name of the form that was sent. */
async function formAgain(request: Request, error: unknown, { context }: Args) {
  context.log.error({ err: error }, "database unreachable");
  const form = await request.formData();
  const refusal = new DomainError("database_unreachable", { reference: context.requestId });
  const errors = refusedForm(refusal, typedIn(parseFormData(form)), messagesFor(localeOf(request)));
  const intent = form.get("intent");
  return data(
    { ...errors, errors, intent, counting: intent === "lines" || intent === "count", result: undefined },
    { status: refusal.status },
  );
}
