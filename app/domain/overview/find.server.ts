import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { parseCode } from "../code.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";
import type { FindableKind } from "./findable.ts";

export interface Finding {
  kind: FindableKind;
  id: string;
  /** A number or a name. */
  label: string;
  note: string | null;
  /** It is what was typed, to the letter. */
  exact: boolean;
}

const MOST_FINDINGS = 40;

/** What is called or numbered like this, or bears a label of this code, within reach; exact matches first. */
export async function findAnything(actor: MemberActor, typed: string): Promise<Finding[]> {
  const q = typed.normalize("NFKC").trim();
  if (q === "") return [];
  const verdict = parseCode(q);
  const code = verdict.ok ? verdict.code : "";
  const here = allOf(withinReach(actor, sql`x.organization_id`));
  const rows = await db.execute<Finding & Record<string, unknown>>(sql`
    select kind, id, label, note, exact from (
      select 'gift' as kind, x.id, x.number as label, d.name as note, upper(x.number) = upper(${q}) as exact
      from gifts x join donors d on d.id = x.donor_id
      where ${here} and (${contains(sql`x.number`, q)} or ${contains(sql`x.receipt_number`, q)})
      union all
      select 'pledge', x.id, x.number, d.name, upper(x.number) = upper(${q})
      from pledges x join donors d on d.id = x.donor_id where ${here} and ${contains(sql`x.number`, q)}
      union all
      select 'payment', x.id, x.number, y.name, upper(x.number) = upper(${q})
      from payments x join payees y on y.id = x.payee_id
      where ${here} and (${contains(sql`x.number`, q)} or ${contains(sql`y.name`, q)})
      union all
      select 'delivery', x.id, x.number, s.name, upper(x.number) = upper(${q}) or x.code = ${code}
      from deliveries x join sites s on s.id = x.site_id
      where ${here} and (${contains(sql`x.number`, q)} or x.code = ${code}
                         or exists (select from revoked_codes r where r.code = ${code} and r.delivery_id = x.id))
      union all
      select 'donor', x.id, x.name, null, x.name = ${q} from donors x where ${here} and ${contains(sql`x.name`, q)}
      union all
      select 'item', x.id, x.name, x.specification, x.name = ${q} from items x where ${here} and ${contains(sql`x.name`, q)}
      union all
      select 'site', x.id, x.name, t.name, x.name = ${q}
      from sites x join townships t on t.code = x.township_code where ${here} and ${contains(sql`x.name`, q)}
    ) finding
    order by exact desc, label desc limit ${MOST_FINDINGS}`);
  return [...rows];
}
