import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { withinReach } from "../within-reach.server.ts";

/**
 * The items of an organization within reach by name in pinyin order, with their base units, for choosing one in a form;
 * `except` is left out.
 */
export async function listItemChoices(
  actor: MemberActor,
  organizationId: string,
  except: string | null = null,
): Promise<{ value: string; label: string; unit: string }[]> {
  const rows = await db.execute<{ value: string; label: string; unit: string }>(sql`
    select i.id as value, i.name as label, i.base_unit as unit from items i
    where ${withinReach(actor, sql`i.organization_id`)} and i.organization_id = ${organizationId}
      and i.merged_into is null and i.id is distinct from ${except}::uuid
    order by i.name collate "zh-x-icu", i.id`);
  return [...rows];
}
