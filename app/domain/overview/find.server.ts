import { sql } from "drizzle-orm";
import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { parseCode } from "../code.ts";
import { allOf, contains, withinReach } from "../within-reach.server.ts";
import type { FindableKind } from "./findable.ts";

export interface Finding {
  kind: FindableKind;
  /** Of a box, the code of a label it has or had. */
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
  const numbered = sql`${here} and ${contains(sql`x.number`, q)}`;
  const exact = sql`upper(x.number) = upper(${q})`;
  const rows = await db.execute<Finding & Record<string, unknown>>(sql`
    select kind, id, label, note, exact from (
      select 'gift' as kind, x.id::text, x.number as label, d.name as note, ${exact} as exact
      from gifts x join donors d on d.id = x.donor_id
      where ${here} and (${contains(sql`x.number`, q)} or ${contains(sql`x.receipt_number`, q)})
      union all
      select 'pledge', x.id::text, x.number, d.name, ${exact}
      from pledges x join donors d on d.id = x.donor_id where ${numbered}
      union all
      select 'payment', x.id::text, x.number, y.name, ${exact}
      from payments x join payees y on y.id = x.payee_id
      where ${here} and (${contains(sql`x.number`, q)} or ${contains(sql`y.name`, q)})
      union all
      select 'delivery', x.id::text, x.number, s.name, ${exact} or x.code = ${code}
      from deliveries x join sites s on s.id = x.site_id
      where ${here} and (${contains(sql`x.number`, q)} or x.code = ${code}
                         or exists (select from revoked_codes r where r.code = ${code} and r.delivery_id = x.id))
      union all
      select 'consignment', x.id::text, x.number, x.donor, ${exact} from consignments x where ${numbered}
      union all
      select 'kit', x.id::text, x.number, i.name, ${exact}
      from kits x join items i on i.id = x.item_id where ${numbered}
      union all
      select 'transfer', x.id::text, x.number, w.name, ${exact}
      from transfers x join warehouses w on w.id = x.to_warehouse_id where ${numbered}
      union all
      select 'return', x.id::text, x.number, s.name, ${exact}
      from returns x join deliveries d on d.id = x.delivery_id join sites s on s.id = d.site_id where ${numbered}
      union all
      select 'write-off', x.id::text, x.number, i.name, ${exact}
      from write_offs x join source_lots l on l.asset_id = x.asset_id join items i on i.id = l.item_id
      where ${numbered}
      union all
      select 'stocktake', x.id::text, x.number, w.name, ${exact}
      from stocktakes x join warehouses w on w.id = x.warehouse_id where ${numbered}
      union all
      select 'box', x.code::text, x.code::text, w.name, true
      from labels x join boxes b on b.id = x.box_id join warehouses w on w.id = b.warehouse_id
      where ${here} and x.code = ${code}
      union all
      select 'bin', b.id::text, b.name, w.name, true
      from labels x join bins b on b.id = x.bin_id join warehouses w on w.id = b.warehouse_id
      where ${here} and x.code = ${code}
      union all
      select 'donor', x.id::text, x.name, null, x.name = ${q} from donors x where ${here} and ${contains(sql`x.name`, q)}
      union all
      select 'item', x.id::text, x.name, x.specification, x.name = ${q} from items x where ${here} and ${contains(sql`x.name`, q)}
      union all
      select 'site', x.id::text, x.name, t.name, x.name = ${q}
      from sites x join townships t on t.code = x.township_code where ${here} and ${contains(sql`x.name`, q)}
    ) finding
    order by exact desc, label desc limit ${MOST_FINDINGS}`);
  return [...rows];
}
