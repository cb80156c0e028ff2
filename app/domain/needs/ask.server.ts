import { db } from "#db";
import type { Actor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { siteByLink } from "../places/find-by-link.server.ts";
import { countAsking } from "./ask-limit.server.ts";
import { insertNeed } from "./insert.server.ts";
import type { AskNeed } from "./schema.ts";

/**
 * A site asks for something on its own page. Throws `link_expired`, `site_closed`, and `rate_limited` when it asks more
 * often than people do.
 */
export async function askNeed(actor: Actor, requestId: string, input: AskNeed) {
  const { id: siteId } = await siteByLink(db, input.token);
  await countAsking(siteId);
  return perform({ actor, action: "need.ask", requestId, input }, async (tx) => {
    const { token, ...asked } = input;
    const { id, number, organizationId } = await insertNeed(tx, actor, await siteByLink(tx, token), asked);
    return { result: { id, number }, organizationId, subjectId: id };
  });
}
