import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { findSite } from "../places/find-site.server.ts";
import { insertNeed } from "./insert.server.ts";
import type { RecordNeed } from "./schema.ts";

/** Somebody at the desk writes down what a site asked for, by telephone say. */
export async function recordNeed(actor: MemberActor, requestId: string, input: RecordNeed) {
  return perform({ actor, action: "need.record", requestId, input }, async (tx) => {
    const { siteId, ...asked } = input;
    const site = await findSite(tx, actor, siteId);
    const { id, number, organizationId } = await insertNeed(tx, actor, site, asked);
    return { result: { id, number }, organizationId, subjectId: id };
  });
}
