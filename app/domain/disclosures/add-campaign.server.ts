import { uuidv7 } from "uuidv7";
import { campaigns } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { checkSpan } from "./lock-campaign.server.ts";
import { refreshDeadlinesOf } from "./refresh.server.ts";
import type { AddCampaign } from "./schema.ts";

/** Starts the clocks of a campaign or project. Each name once (`already_exists`). */
export async function addCampaign(actor: MemberActor, requestId: string, input: AddCampaign) {
  const { organizationId, responseId } = actor;
  const result = await perform({ actor, action: "campaign.edit", requestId, input }, async (tx) => {
    checkSpan(input);
    const id = uuidv7();
    const createdBy = actor.kind === "user" ? actor.userId : null;
    await tx.insert(campaigns).values({ ...input, id, organizationId, responseId, createdBy });
    return { result: { id }, organizationId, subjectId: id };
  });
  await refreshDeadlinesOf(organizationId);
  return result;
}
