import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { CaseDecision, NoticeKind, Role } from "#db/vocabulary";
import { tellDesk } from "../notices/tell.server.ts";

/** Tells whoever works on them that cases were opened. */
export const tellOpened = (tx: Tx, caseIds: readonly string[]): Promise<void> =>
  tell(tx, caseIds, "case_opened", "opened");

/** Tells whoever works on it that a case is decided and waits to be closed. */
export const tellDecided = (tx: Tx, caseId: string, decision: CaseDecision): Promise<void> =>
  tell(tx, [caseId], "case_decided", decision);

/** About deliveries the dispatcher asks around, about transfers the keepers of the two warehouses do. */
async function tell(tx: Tx, caseIds: readonly string[], kind: NoticeKind, occasion: string): Promise<void> {
  const rows = await tx.execute<{
    id: string;
    organizationId: string;
    number: string;
    journey: string;
    site: string;
    due: string;
    role: Role;
  }>(sql`
    select c.id, c.organization_id as "organizationId", c.number, coalesce(d.number, t.number) as journey,
           coalesce(s.name, origin.name || ' → ' || goal.name) as site, c.due_on::text as due,
           case when t.id is null then 'dispatcher' else 'warehouse_keeper' end as role
    from cases c
    left join deliveries d on d.id = c.delivery_id
    left join sites s on s.id = d.site_id
    left join transfers t on t.id = c.transfer_id
    left join warehouses origin on origin.id = t.from_warehouse_id
    left join warehouses goal on goal.id = t.to_warehouse_id
    where c.id = any(${sql.param([...caseIds])}::uuid[])`);
  await tellDesk(
    tx,
    rows.map(({ id, organizationId, role, number, journey, site, due }) => ({
      organizationId,
      kind,
      role,
      subjectKind: "case",
      subjectId: id,
      detail: { number, delivery: journey, site, due },
      occasion,
    })),
  );
}
