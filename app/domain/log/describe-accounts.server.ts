import { sql } from "drizzle-orm";
import type { Reader } from "#db";
import type { AccountKind, DonorKind, SiteKind } from "#db/vocabulary";
import { publicPayee } from "../reports/distribution.ts";
import type { SaltSubject } from "./salts.server.ts";

/** What an account is called: open to all, or only committed to. */
export interface AccountFacts {
  account: string;
  kind: AccountKind;
  /** A warehouse, a site, a reason; null when there is nothing to say. */
  name: string | null;
  township: string | null;
  /** Set when its name may not be published. */
  hidden: { subject: SaltSubject; name: string } | null;
  restriction: RestrictionFacts | null;
}

export interface RestrictionFacts {
  subject: SaltSubject;
  text: string;
  township: string | null;
  siteKind: SiteKind | null;
  site: string | null;
}

interface Row extends Record<string, unknown> {
  account: string;
  kind: AccountKind;
  reason: string | null;
  warehouse: string | null;
  site: string | null;
  township: string | null;
  fund: string | null;
  restrictionId: string | null;
  text: string | null;
  restrictionTownship: string | null;
  restrictionSiteKind: SiteKind | null;
  restrictionSite: string | null;
  donorId: string | null;
  donor: string | null;
  donorKind: DonorKind | null;
  publishName: boolean | null;
  payeeId: string | null;
  payee: string | null;
}

/** Accounts as they are called now, by id. A place that is no body's (`other`) is known by its township alone. */
export async function describeAccounts(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, AccountFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.execute<Row>(sql`
    select a.id::text as account, a.kind, case when a.kind = 'loss' then a.name end as reason, w.name as warehouse,
           case when s.kind <> 'other' then s.name end as site, t.name as township,
           f.name as fund, r.id as "restrictionId", r.text, rt.name as "restrictionTownship",
           coalesce(r.site_kind, rs.kind) as "restrictionSiteKind", case when rs.kind <> 'other' then rs.name end as "restrictionSite",
           d.id as "donorId", d.name as donor, d.kind as "donorKind", d.publish_name as "publishName",
           p.id as "payeeId", p.name as payee
    from unnest(${sql.param([...ids])}::bigint[]) as asked (id) join accounts a on a.id = asked.id
    left join warehouses w on w.id = case a.kind
      when 'bin' then (select warehouse_id from bins where account_id = a.id)
      when 'dock' then (select id from warehouses where dock_account_id = a.id)
      when 'staging' then (select id from warehouses where staging_account_id = a.id)
      when 'quarantine' then (select id from warehouses where quarantine_account_id = a.id) end
    left join sites s on s.id = case a.kind
      when 'site' then (select id from sites where account_id = a.id)
      when 'households' then (select id from sites where households_account_id = a.id)
      when 'delivery' then (select site_id from deliveries where account_id = a.id) end
    left join townships t on t.code = s.township_code
    left join funds f on f.account_id = a.id
    left join restrictions r on r.id = f.restriction_id
    left join sites rs on rs.id = r.site_id
    left join townships rt on rt.code = coalesce(r.township_code, rs.township_code)
    left join donors d on d.account_id = a.id
    left join payees p on p.account_id = a.id`);
  return new Map(rows.map((row) => [row.account, toFacts(row)]));
}

function toFacts(row: Row): AccountFacts {
  const hidden = hiddenName(row);
  const restriction = restrictionOf(row);
  const fund = restriction ? null : row.fund;
  const body = hidden ? null : (row.donor ?? row.payee);
  return {
    account: row.account,
    kind: row.kind,
    name: row.warehouse ?? row.site ?? row.reason ?? fund ?? body,
    township: row.township,
    hidden,
    restriction,
  };
}

/** People are never named, consent or not: it can be withdrawn, and a log cannot forget. */
function hiddenName(row: Row): AccountFacts["hidden"] {
  if (row.donorId !== null && row.donor !== null) {
    if (row.publishName && row.donorKind === "organization") return null;
    return { subject: { kind: "donor", id: row.donorId }, name: row.donor };
  }
  if (row.payeeId === null || row.payee === null || publicPayee(row.payee) !== null) return null;
  return { subject: { kind: "payee", id: row.payeeId }, name: row.payee };
}

function restrictionOf(row: Row): RestrictionFacts | null {
  if (row.restrictionId === null || row.text === null) return null;
  return {
    subject: { kind: "restriction", id: row.restrictionId },
    text: row.text,
    township: row.restrictionTownship,
    siteKind: row.restrictionSiteKind,
    site: row.restrictionSite,
  };
}
