import { and, eq, inArray } from "drizzle-orm";
import { campaigns, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { notFound, refuse } from "../errors.ts";

/** A campaign within reach, locked until commit. */
export async function lockCampaign(tx: Tx, actor: MemberActor, campaignId: string) {
  const [found] = await tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), inArray(campaigns.organizationId, [...actor.reach])))
    .for("update");
  return found ?? notFound("campaign");
}

/** The emergency stage lies within the campaign. */
export function checkSpan(span: {
  startsOn: string;
  endsOn?: string | null;
  emergency: boolean;
  emergencyEndsOn: string | null;
}): void {
  if (span.emergencyEndsOn !== null && span.emergencyEndsOn < span.startsOn) {
    refuse("invalid", { fields: { emergencyEndsOn: "date_before_start" } });
  }
  if (span.endsOn && span.endsOn < span.startsOn)
    refuse("invalid", { fields: { endsOn: "date_before_start" } });
}
