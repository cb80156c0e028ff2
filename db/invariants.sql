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

drop trigger if exists case_notes_append_only on case_notes;
create trigger case_notes_append_only before update or delete on case_notes for each row execute function refuse_change();
drop trigger if exists receipts_append_only on receipts;
create trigger receipts_append_only before update or delete on receipts for each row execute function refuse_change();
drop trigger if exists receipt_lines_append_only on receipt_lines;
create trigger receipt_lines_append_only before update or delete on receipt_lines for each row execute function refuse_change();
drop trigger if exists log_leaves_append_only on log_leaves;
create trigger log_leaves_append_only before update or delete on log_leaves for each row execute function refuse_change();
drop trigger if exists log_tiles_append_only on log_tiles;
create trigger log_tiles_append_only before update or delete on log_tiles for each row execute function refuse_change();
drop trigger if exists log_checkpoints_append_only on log_checkpoints;
create trigger log_checkpoints_append_only before update or delete on log_checkpoints for each row execute function refuse_change();
drop trigger if exists publications_append_only on publications;
create trigger publications_append_only before update or delete on publications for each row execute function refuse_change();
drop trigger if exists publication_files_append_only on publication_files;
create trigger publication_files_append_only before update or delete on publication_files for each row execute function refuse_change();
drop trigger if exists destructions_append_only on destructions;
create trigger destructions_append_only before update or delete on destructions for each row execute function refuse_change();

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

-- What labelled boxes hold of a lot in a place is there: on the books, or set aside for a delivery and not yet taken.
-- Checked when the transaction commits, after its last change: of many boxes of one lot in one place once is enough.
drop function if exists check_boxes_within_stock(bigint, bigint);
-- The particulars of `boxes_hold_it`: which boxes, and which delivery they are set aside for or lacks them (`wants`).
create or replace function boxes_holding(here bigint, lot bigint, wants uuid) returns json language sql stable as $$
  with held as (
    select b.id from box_contents c join boxes b on b.id = c.box_id
    where b.account_id = here and c.asset_id = lot
      and b.delivery_id is null and b.transfer_id is null and b.emptied_at is null
  )
  select json_build_object(
    'place', (select coalesce(bin.name, a.name) from accounts a left join bins bin on bin.account_id = a.id where a.id = here),
    'item', (select i.name from source_lots l join items i on i.id = l.item_id where l.asset_id = lot),
    'count', (select count(*) from held),
    'codes', coalesce((select json_agg(code) from (
      select code from labels where box_id in (select id from held) and revoked_at is null order by code limit 5) few), '[]'),
    'number', coalesce((select number from deliveries where id = wants), (
      select d.number from delivery_picks p join deliveries d on d.id = p.delivery_id
      where p.from_account = here and p.asset_id = lot and p.picked < p.quantity and d.status = 'planned'
      order by d.number limit 1), ''))
$$;
create or replace function check_boxes_within_stock(here bigint, lot bigint, wants uuid) returns void language plpgsql as $$
begin
  if current_setting('jieli.boxes_checked', true) = here || '/' || lot then return; end if;
  if not exists (
    select from box_contents c join boxes b on b.id = c.box_id
    where b.account_id = here and c.asset_id = lot
      and b.delivery_id is null and b.transfer_id is null and b.emptied_at is null)
  then return; end if;
  -- Whoever changes one side waits for whoever changes the other, and only then adds up.
  perform from balances where account_id = here and asset_id = lot for update;
  perform from delivery_picks where from_account = here and asset_id = lot and picked < quantity for update;
  if (
    select sum(c.quantity) from box_contents c join boxes b on b.id = c.box_id
    where b.account_id = here and c.asset_id = lot
      and b.delivery_id is null and b.transfer_id is null and b.emptied_at is null
  ) > coalesce((select amount from balances where account_id = here and asset_id = lot), 0) + coalesce((
    select sum(p.quantity - p.picked) from delivery_picks p join deliveries d on d.id = p.delivery_id
    where p.from_account = here and p.asset_id = lot and d.status = 'planned'), 0)
  then
    raise exception 'boxes in % hold more of % than there is', here, lot
      using errcode = 'check_violation', constraint = 'boxes_within_stock', detail = boxes_holding(here, lot, wants)::text;
  end if;
  perform set_config('jieli.boxes_checked', here || '/' || lot, true);
end $$;
create or replace function check_boxes_of_balance() returns trigger language plpgsql as $$
begin perform check_boxes_within_stock(new.account_id, new.asset_id, null); return null; end $$;
create or replace function check_boxes_of_pick() returns trigger language plpgsql as $$
begin perform check_boxes_within_stock(new.from_account, new.asset_id, new.delivery_id); return null; end $$;
create or replace function check_boxes_of_content() returns trigger language plpgsql as $$
begin
  perform check_boxes_within_stock(b.account_id, new.asset_id, null) from boxes b where b.id = new.box_id;
  return null;
end $$;
create or replace function check_boxes_of_box() returns trigger language plpgsql as $$
begin
  perform check_boxes_within_stock(new.account_id, c.asset_id, null) from box_contents c where c.box_id = new.id;
  return null;
end $$;
drop trigger if exists boxes_within_stock on balances;
create constraint trigger boxes_within_stock after update on balances deferrable initially deferred
  for each row when (new.amount < old.amount) execute function check_boxes_of_balance();
drop trigger if exists boxes_within_stock on delivery_picks;
create constraint trigger boxes_within_stock after update on delivery_picks deferrable initially deferred
  for each row when (new.picked > old.picked) execute function check_boxes_of_pick();
drop trigger if exists boxes_within_stock on box_contents;
create constraint trigger boxes_within_stock after insert or update on box_contents deferrable initially deferred
  for each row execute function check_boxes_of_content();
drop trigger if exists boxes_within_stock on boxes;
create constraint trigger boxes_within_stock after update on boxes deferrable initially deferred
  for each row when (new.account_id <> old.account_id or new.delivery_id is distinct from old.delivery_id
                     or new.transfer_id is distinct from old.transfer_id or old.emptied_at is not null)
  execute function check_boxes_of_box();

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
revoke update, delete, truncate on entries, postings, audit, box_events, case_notes, receipts, receipt_lines, log_leaves,
  log_tiles, log_checkpoints, publications, publication_files, destructions from jieli_app;
revoke insert, update, delete on townships, committees from jieli_app;
revoke delete on requests, balances, accounts, assets, source_lots, gifts, payments, deliveries, pledges, labels, boxes,
  kits, transfers, returns, write_offs, stocktakes, consignments, cases, runs, hand_overs, registers, needs, notices,
  stranded_reports, photos, campaigns, donor_questions from jieli_app;
alter default privileges in schema public grant select, insert, update, delete on tables to jieli_app;
alter default privileges in schema public grant usage, select on sequences to jieli_app;
