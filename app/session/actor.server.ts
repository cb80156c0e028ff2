import { redirect } from "@remix-run/node";
import type { UserActor } from "#app/domain/actor.ts";
import { sessionActor } from "#app/domain/people/session-actor.server.ts";
import { may, type Action } from "#app/domain/permissions.ts";
import { sessionSecretOf } from "./session-cookie.server.ts";

/** Who is signed in, or null. */
export async function actorOf(request: Request): Promise<UserActor | null> {
  const secret = await sessionSecretOf(request);
  return secret === null ? null : sessionActor(secret);
}

/** Who is signed in; anybody else is sent to /sign-in and comes back to this page afterwards. */
export async function requireActor(request: Request): Promise<UserActor> {
  const actor = await actorOf(request);
  if (actor !== null) return actor;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

/** As `requireActor`; answers with the 403 page when none of the actor's roles ever does this. */
export async function requireAction(request: Request, action: Action): Promise<UserActor> {
  const actor = await requireActor(request);
  if (!may(actor, action)) throw new Response(null, { status: 403 });
  return actor;
}
