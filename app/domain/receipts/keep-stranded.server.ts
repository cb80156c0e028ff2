import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import type { ReceiverActor } from "../actor.ts";
import { parseCode } from "../code.ts";
import type { DomainErrorCode } from "../errors.ts";
import { tellDesk } from "../notices/tell.server.ts";
import { perform } from "../perform.server.ts";
import { uuidv7 } from "uuidv7";

/** Reports of one delivery that may wait for the desk at once. */
export const MOST_STRANDED = 20;
const LARGEST_BODY = 20_000;

/** What a phone kept and the server refused. */
export interface Stranded {
  /** The request id it was kept under: the same report is kept once. */
  id: string;
  action: string;
  /** As it was sent. */
  body: unknown;
  refusal: DomainErrorCode;
  /** By the phone's clock, as ISO; null when it gave none. */
  keptSince: string | null;
}

/** Refusals that say that what is in a report stands in the books already, or that it will be taken later. */
const notStranded: ReadonlySet<DomainErrorCode> = new Set([
  "already_confirmed",
  "already_reported",
  "request_reused",
  "not_dispatched",
  "rate_limited",
  "phone_end_needed",
  "code_unknown",
  "code_misread",
  "stale",
  "unexpected",
  "database_unreachable",
]);

/** Whether a refusal leaves a report of the door in the phone for good, so that a person must see to it. */
export const strandsReport = (refusal: DomainErrorCode): boolean => !notStranded.has(refusal);

/**
 * Keeps what phones could not deliver, for the sender's desk; see `keepStranded`. For the page anybody can open: nothing
 * is refused, what cannot be kept is left out. Answers the ids of those that are kept.
 */
export async function strandReports(actor: ReceiverActor, reports: readonly Stranded[]): Promise<string[]> {
  if (reports.length === 0) return [];
  const input = reports.map(({ id, refusal }) => ({ id, refusal }));
  return perform({ actor, action: "delivery.confirm", requestId: uuidv7(), input }, async (tx) => {
    const kept = await keepStranded(tx, reports);
    return { result: kept, detail: { stranded: kept.length } };
  });
}

/**
 * The step: writes reports down as they were sent, without PIN, telephone and seal, for a person to settle, and tells the
 * desk. Only for a code that is or was some delivery's, at most twenty open ones each, none larger than 20 kB: of a longer
 * one the signature is left out, and if that is not enough all of it.
 */
export async function keepStranded(tx: Tx, reports: readonly Stranded[]): Promise<string[]> {
  const rows = reports.flatMap(rowOf);
  if (rows.length === 0) return [];
  const codes = sql`any(${sql.param(rows.map(({ code }) => code))}::char(9)[])`;
  await tx.execute(sql`
    select from deliveries d
    where d.code = ${codes} or d.id in (select delivery_id from revoked_codes where code = ${codes})
    order by d.id for update`);
  const kept = await tx.execute<Kept>(sql`
    with sent as (
      select r.*, d.id as delivery_id, d.organization_id,
             row_number() over (partition by d.id order by r.nth)
               + (select count(*) from stranded_reports s where s.delivery_id = d.id and s.settled_at is null) as place
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r (id uuid, nth int, code char(9), action text, body jsonb, refusal text, kept_since timestamptz)
      join deliveries d on d.code = r.code or d.id = (select delivery_id from revoked_codes where code = r.code)
      where not exists (select from stranded_reports s where s.id = r.id)
    ), kept as (
      insert into stranded_reports (id, organization_id, delivery_id, action, body, refusal, kept_since)
      select id, organization_id, delivery_id, action, body, refusal, kept_since from sent where place <= ${MOST_STRANDED}
      on conflict (id) do nothing returning id, organization_id, delivery_id
    )
    select k.id, k.organization_id as "organizationId", d.number, s.name as site
    from kept k join deliveries d on d.id = k.delivery_id join sites s on s.id = d.site_id`);
  await tellDesk(
    tx,
    kept.map(({ id, organizationId, number, site }) => ({
      organizationId,
      kind: "report_stranded" as const,
      role: "dispatcher" as const,
      subjectKind: "stranded",
      subjectId: id,
      detail: { number, site },
      occasion: "kept",
    })),
  );
  return kept.map(({ id }) => id);
}

type Kept = { id: string; organizationId: string; number: string; site: string };

function rowOf({ id, action, body, refusal, keptSince }: Stranded, nth: number) {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return [];
  const { pin: _pin, phoneEnd: _phoneEnd, device: _device, ...said } = body as Record<string, unknown>;
  const verdict = parseCode(String(said.code ?? ""));
  const { signature: _signature, ...unsigned } = said;
  const fit = [said, unsigned].map(storable).find((text) => Buffer.byteLength(text) <= LARGEST_BODY);
  if (!verdict.ok || fit === undefined) return [];
  const since = keptSince === null || Number.isNaN(Date.parse(keptSince)) ? null : keptSince;
  const row = { id, nth, code: verdict.code, action, refusal, kept_since: since };
  return [{ ...row, body: JSON.parse(fit) as unknown }];
}

/** As JSON that PostgreSQL can hold: it knows neither NUL nor halves of surrogate pairs. */
const storable = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) =>
    typeof member === "string" ? member.replace(/\0|\p{Surrogate}/gu, "") : member,
  );
