import { eq } from "drizzle-orm";
import { campaigns } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { checkSpan, lockCampaign } from "./lock-campaign.server.ts";
import { refreshDeadlinesOf } from "./refresh.server.ts";
import type { EditCampaign } from "./schema.ts";

/** Changes a campaign's name, first day or emergency stage; its clocks are worked out anew. */
export async function editCampaign(actor: MemberActor, requestId: string, input: EditCampaign) {
  const { campaignId, ...facts } = input;
  const result = await perform({ actor, action: "campaign.edit", requestId, input }, async (tx) => {
    const { organizationId, endsOn } = await lockCampaign(tx, actor, campaignId);
    checkSpan({ ...facts, endsOn });
    await tx.update(campaigns).set(facts).where(eq(campaigns.id, campaignId));
    return { result: { id: campaignId, organizationId }, organizationId, subjectId: campaignId };
  });
  await refreshDeadlinesOf(result.organizationId);
  return { id: result.id };
}
