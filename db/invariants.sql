-- What Drizzle cannot say, on one page. Applied after the migrations whenever this file changes; safe to run again.

-- The journal only grows. Triggers stop everybody but the owner; published checkpoints are there for the owner.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: correct it with a reversing entry', tg_table_name
    using errcode = 'restrict_violation', constraint = 'journal_append_only';
end $$;

drop trigger if exists entries_append_only on entries;
create trigger entries_append_only before update or delete on entries for each row execute function refuse_change();
drop trigger if exists entries_no_truncate on entries;
create trigger entries_no_truncate before truncate on entries for each statement execute function refuse_change();
drop trigger if exists postings_append_only on postings;
create trigger postings_append_only before update or delete on postings for each row execute function refuse_change();
drop trigger if exists postings_no_truncate on postings;
create trigger postings_no_truncate before truncate on postings for each statement execute function refuse_change();
drop trigger if exists audit_append_only on audit;
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();
drop trigger if exists audit_no_truncate on audit;
create trigger audit_no_truncate before truncate on audit for each statement execute function refuse_change();
drop trigger if exists box_events_append_only on box_events;
create trigger box_events_append_only before update or delete on box_events for each row execute function refuse_change();
drop trigger if exists box_events_no_truncate on box_events;
create trigger box_events_no_truncate before truncate on box_events for each statement execute function refuse_change();

-- An entry has at least one posting, by the time its transaction commits.
create or replace function require_posting() returns trigger language plpgsql as $$
begin
  if not exists (select from postings where entry_id = new.id) then
    raise exception 'entry % has no posting', new.id using errcode = 'check_violation', constraint = 'entry_has_posting';
  end if;
  return null;
end $$;
drop trigger if exists entry_has_posting on entries;
create constraint trigger entry_has_posting after insert on entries
  deferrable initially deferred for each row execute function require_posting();

-- Asset 1 is CNY, in fen.
insert into assets (id, kind) values (1, 'money') on conflict do nothing;

-- Every leg with its day, its ends and its lot: what every report adds up.
create or replace view movements as
select e.seq, e.id as entry_id, e.kind as entry_kind, e.organization_id, e.response_id, e.occurred_on, e.occurred_at,
       e.document_kind, e.document_id, e.reverses,
       p.n, p.from_account, f.kind as from_kind, p.to_account, t.kind as to_kind,
       p.asset_id, p.amount, p.value_fen
from postings p
join entries e on e.id = p.entry_id
join accounts f on f.id = p.from_account
join accounts t on t.id = p.to_account;

-- The app's role reads and adds; it owns nothing, and of the journal it changes nothing.
grant usage on schema public to jieli_app;
grant select, insert, update, delete on all tables in schema public to jieli_app;
grant usage, select on all sequences in schema public to jieli_app;
revoke update, delete, truncate on entries, postings, audit, box_events from jieli_app;
revoke insert, update, delete on townships, committees from jieli_app;
revoke delete on requests, balances, accounts, assets, source_lots, gifts, payments, deliveries, pledges, labels, boxes,
  kits, transfers, returns, write_offs, stocktakes, consignments from jieli_app;
alter default privileges in schema public grant select, insert, update, delete on tables to jieli_app;
alter default privileges in schema public grant usage, select on sequences to jieli_app;
