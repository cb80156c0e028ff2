import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { listFunds } from "../funds/list.server.ts";
import { organizationChoices } from "../gifts/form-choices.server.ts";
import { listTownships } from "../places/list-townships.server.ts";
import { withinReach } from "../within-reach.server.ts";

/** What the form of a payment offers: payees paid before, townships, and every fund with what it has left. */
export async function paymentChoices(actor: MemberActor) {
  const [payees, townships, funds, organizations] = await Promise.all([
    db.execute<{ name: string }>(sql`
      select distinct name from payees y where ${withinReach(actor, sql`y.organization_id`)} order by name limit 500`),
    listTownships(),
    listFunds(actor),
    organizationChoices(actor),
  ]);
  return {
    payees: payees.map(({ name }) => name),
    townships: [...townships],
    funds,
    organizations,
  };
}
