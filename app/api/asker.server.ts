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
  if (bearer !== undefined) return (await tokenOnce(bearer)) ?? refuse("not_signed_in", {});
  const cookie = request.get("Cookie");
  const actor = cookie === undefined ? null : await actorOf(new Request(HERE, { headers: { cookie } }));
  return actor ?? { kind: "receiver", address: request.ip ?? "" };
}

/** The session is read from a web request; only its cookie matters. */
const HERE = "http://localhost/";

const asked = new Map<string, Promise<MemberActor | null>>();

/** Requests with the same token that arrive together share one look-up; nothing is kept once it has ended. */
function tokenOnce(bearer: string): Promise<MemberActor | null> {
  const under = asked.get(bearer);
  if (under) return under;
  const lookUp = tokenActor(bearer).finally(() => asked.delete(bearer));
  asked.set(bearer, lookUp);
  return lookUp;
}
