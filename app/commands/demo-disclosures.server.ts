import { uuidv7 } from "uuidv7";
import type { OperatorActor } from "#app/domain/actor.ts";
import { addCampaign } from "#app/domain/disclosures/add-campaign.server.ts";
import { endCampaign } from "#app/domain/disclosures/end-campaign.server.ts";
import { fileCampaign } from "#app/domain/disclosures/file-campaign.server.ts";
import { listCampaigns } from "#app/domain/disclosures/list-campaigns.server.ts";
import { AddCampaign, EndCampaign, FileCampaign } from "#app/domain/disclosures/schema.ts";

/** The fundraising of spring 2022 and a project that still runs, with their clocks. Told again it changes nothing. */
export async function startDemoClocks(operator: OperatorActor): Promise<void> {
  if ((await listCampaigns(operator)).length > 0) return;
  const campaign = await addCampaign(
    operator,
    uuidv7(),
    AddCampaign.parse({
      kind: "campaign",
      name: "2022 年春季抗疫募捐（示例）",
      startsOn: "2022-03-14",
      emergency: true,
      emergencyEndsOn: "2022-06-01",
    }),
  );
  const filing = { campaignId: campaign.id, filingNumber: "示例备案 A22001", filedOn: "2022-03-23" };
  await fileCampaign(operator, uuidv7(), FileCampaign.parse(filing));
  await endCampaign(operator, uuidv7(), EndCampaign.parse({ campaignId: campaign.id, endsOn: "2022-06-30" }));
  await addCampaign(
    operator,
    uuidv7(),
    AddCampaign.parse({ kind: "project", name: "社区应急物资储备（示例）", startsOn: "2026-09-10" }),
  );
}
