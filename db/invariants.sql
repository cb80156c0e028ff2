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

-- What public pages, files and reports read of the tables that also hold personal data, keys or remarks: publishable
-- columns alone. A column that is not here cannot be published by mistake (tests/db/public-views.test.ts lists them all).
-- A payee's name is public where it is plainly a body's; of whoever signed, the post (慈善法 art. 82, PIPL).
create or replace function public_payee(name text) returns text language sql immutable parallel safe as $$
  select case when name ~* '公司|供应商|经营部|商贸|商行|商店|超市|酒店|药房|基金|协会|商会|学会|促进会|联合会|中心|学校|大学|医院|银行|集团|工厂|厂$|居委|村委|街道|镇$|政府|局$|委员会|服务社|社$|队$|ltd|inc|co\.|llc|fund|foundation|association|hospital|center|centre' then name end
$$;
create or replace function public_post(post text, name text) returns text language sql immutable parallel safe as $$
  select coalesce(post, substring(name from '(书记|主任|护士长|护士|院长|站长|队长|组长|楼长|经理|干事|社工|志愿者|老师|医生)$'))
$$;
drop view if exists public_donors, public_gifts, public_pledges, public_payments, public_deliveries, public_delivery_lines,
  public_sites, public_hand_overs, public_cases, public_returns, public_kits, public_needs, public_need_lines;
create view public_donors as
select id, organization_id, account_id, kind, case when publish_name then name end as name from donors;
create view public_gifts as
select id, organization_id, number, donor_id, kind, pledge_id, received_on, fund_id, amount_fen, entry_id,
       right(receipt_number, 4) as receipt_tail
from gifts;
create view public_pledges as
select id, organization_id, number, donor_id, kind, amount_fen, pledged_on, due_on, withdrawn_at from pledges;
create view public_payments as
select p.id, p.organization_id, p.number, p.fund_id, public_payee(y.name) as payee, p.kind, p.purpose, p.amount_fen,
       p.paid_on, p.township_code, p.entry_id
from payments p join payees y on y.id = p.payee_id;
create view public_deliveries as
select id, organization_id, number, site_id, status, planned_on, dispatched_at, confirmed_at, cancelled_at, need_id,
       public_post(receiver_post, receiver_name) as receiver_post
from deliveries;
create view public_delivery_lines as
select delivery_id, n, item_id, quantity, pack_name, pack_size, value_fen, partly, good, short, damaged, extra
from delivery_lines;
create view public_sites as
select id, organization_id, name, kind, township_code from sites;
create view public_hand_overs as
select id, organization_id, number, delivery_id, handed_on, households, people from hand_overs;
create view public_cases as
select id, organization_id, number, delivery_id, transfer_id, line_n, item_id, quantity, closed_at from cases;
create view public_returns as
select id, organization_id, number, delivery_id from returns;
create view public_kits as
select id, organization_id, number, item_id, quantity from kits;
create view public_needs as
select id, organization_id, number, site_id, status, needed_by, asked_at, closed_at from needs;
-- A wish in the site's own words may name anybody: only what is of the catalogue is public, the rest is counted.
create view public_need_lines as
select l.need_id, l.n, l.item_id, l.quantity, l.unit from need_lines l;

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
