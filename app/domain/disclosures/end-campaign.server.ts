import { eq } from "drizzle-orm";
import { campaigns } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { checkSpan, lockCampaign } from "./lock-campaign.server.ts";
import { refreshDeadlinesOf } from "./refresh.server.ts";
import type { EndCampaign } from "./schema.ts";

/** Ends a campaign or project on a day; the clocks of its full report start. A second time corrects the day. */
export async function endCampaign(actor: MemberActor, requestId: string, input: EndCampaign) {
  const { campaignId, ...end } = input;
  const result = await perform({ actor, action: "campaign.edit", requestId, input }, async (tx) => {
    const campaign = await lockCampaign(tx, actor, campaignId);
    checkSpan({ ...campaign, ...end });
    await tx.update(campaigns).set(end).where(eq(campaigns.id, campaignId));
    const { organizationId } = campaign;
    return { result: { id: campaignId, organizationId }, organizationId, subjectId: campaignId };
  });
  await refreshDeadlinesOf(result.organizationId);
  return { id: result.id };
}
