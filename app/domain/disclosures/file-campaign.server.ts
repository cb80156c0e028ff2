import { eq } from "drizzle-orm";
import { campaigns } from "#db";
import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { lockCampaign } from "./lock-campaign.server.ts";
import { refreshDeadlinesOf } from "./refresh.server.ts";
import type { FileCampaign } from "./schema.ts";

/** Records that the fundraising plan is filed, with its number; a second time corrects it. */
export async function fileCampaign(actor: MemberActor, requestId: string, input: FileCampaign) {
  const { campaignId, ...filing } = input;
  const result = await perform({ actor, action: "campaign.edit", requestId, input }, async (tx) => {
    const { organizationId } = await lockCampaign(tx, actor, campaignId);
    await tx.update(campaigns).set(filing).where(eq(campaigns.id, campaignId));
    return { result: { id: campaignId, organizationId }, organizationId, subjectId: campaignId };
  });
  await refreshDeadlinesOf(result.organizationId);
  return { id: result.id };
}
