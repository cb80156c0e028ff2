import type express from "express";
import type { Actor, MemberActor } from "#app/domain/actor.ts";
import { refuse } from "#app/domain/errors.ts";
import { tokenActor } from "#app/domain/people/token-actor.server.ts";
import { actorOf } from "#app/session/actor.server.ts";

/**
 * Who is asking: the token after "Bearer", else whoever is signed in, else nobody but an address. A token that opens
 * nothing is refused (`not_signed_in`), even where no account is needed: its owner should know.
 */
export async function askerOf(request: express.Request): Promise<Actor> {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(request.get("Authorization") ?? "") ?? [];
  if (bearer !== undefined) return (await tokenKept(bearer)) ?? refuse("not_signed_in", {});
  const cookie = request.get("Cookie");
  const actor = cookie === undefined ? null : await actorOf(new Request(HERE, { headers: { cookie } }));
  return actor ?? { kind: "receiver", address: request.ip ?? "" };
}

/** The session is read from a web request; only its cookie matters. */
const HERE = "http://localhost/";

const KEPT_MS = 2_000;
const known = new Map<string, Promise<MemberActor | null>>();

/** One look-up answers for the requests of two seconds: for that long a revoked token may still open the API. */
function tokenKept(bearer: string): Promise<MemberActor | null> {
  const under = known.get(bearer);
  if (under) return under;
  const lookUp = tokenActor(bearer);
  known.set(bearer, lookUp);
  const forget = () => known.delete(bearer);
  lookUp.then((actor) => (actor ? setTimeout(forget, KEPT_MS).unref() : forget()), forget);
  return lookUp;
}
