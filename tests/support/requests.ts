import { pino } from "pino";
import type { UserActor } from "#app/domain/actor.ts";
import { openSession } from "#app/domain/people/session.server.ts";
import { signedInCookie } from "#app/session/session-cookie.server.ts";

const quiet = pino({ level: "silent" });

/** What a loader or an action is called with, for a request to `path` from this client address. */
export function routeArgs(
  request: Request,
  params: Record<string, string> = {},
  clientAddress = "192.0.2.1",
) {
  return { request, params, context: { cspNonce: "", clientAddress, requestId: "test", log: quiet } };
}

/** A GET, signed in as `actor` unless it is null. */
export async function asking(actor: UserActor | null, path: string): Promise<Request> {
  return new Request(`http://localhost${path}`, { headers: await cookieOf(actor) });
}

/** A posted form, signed in as `actor` unless it is null. */
export async function posting(
  actor: UserActor | null,
  path: string,
  values: Record<string, string>,
): Promise<Request> {
  const headers = await cookieOf(actor);
  return new Request(`http://localhost${path}`, {
    method: "POST",
    headers,
    body: new URLSearchParams(values),
  });
}

async function cookieOf(actor: UserActor | null): Promise<Record<string, string>> {
  if (actor === null) return {};
  const from = { address: "192.0.2.1", device: "test" };
  const secret = await openSession(actor.userId, actor.organizationId, from);
  const cookie = await signedInCookie(secret);
  return { Cookie: cookie.split(";")[0] ?? "" };
}

/** The answer that a loader or an action threw instead of returning: a redirect, or an error page. */
export async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const answer = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (answer instanceof Response) return answer;
  if (typeof answer === "object" && answer !== null && "init" in answer && "data" in answer) {
    return Response.json(answer.data, answer.init ?? undefined);
  }
  throw answer ?? new Error("Nothing was thrown.");
}
