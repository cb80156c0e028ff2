-- The statements of one confirmation of a delivery with three lines, one after the other, as the reference.
\set i :client_id * :each + :n
\set n :n + 1
\set account :base + :i
\set site :sites + :i % 200
begin;
insert into requests (id, action, asker, body_hash, response) values (gen_random_uuid(), 'delivery.confirm', 'receiver', decode(md5(:i::text) || md5(:i::text), 'hex'), '{"number":"FF-2022-000001"}') returning id as request \gset
update deliveries set status = 'confirmed', confirmed_at = now(), receiver_name = '刘书记', receiver_post = '居委会书记' where id = ('00000000-0000-7000-8000-' || lpad(:i::text, 12, '0'))::uuid and status = 'dispatched' returning id as delivery \gset
insert into entries (id, kind, organization_id, response_id, occurred_at, occurred_on, actor_kind, document_kind, document_id) values (gen_random_uuid(), 'delivery.confirm', (:organization)::uuid, (:response)::uuid, now(), '2022-04-01', 'receiver', 'delivery', (:delivery)::uuid) returning id as entry \gset
insert into postings (entry_id, n, from_account, to_account, asset_id, amount, value_fen) values ((:entry)::uuid, 1, :account, :site, :lot1, 10, 1000), ((:entry)::uuid, 2, :account, :site, :lot2, 10, 1000), ((:entry)::uuid, 3, :account, :site, :lot3, 10, 1000);
update balances set amount = amount - 10, value_fen = value_fen - 1000 where account_id = :account and asset_id in (:lot1, :lot2, :lot3);
insert into balances (account_id, asset_id, amount, value_fen) values (:site, :lot1, 10, 1000), (:site, :lot2, 10, 1000), (:site, :lot3, 10, 1000) on conflict (account_id, asset_id) do update set amount = balances.amount + excluded.amount, value_fen = balances.value_fen + excluded.value_fen;
update delivery_lines set good = quantity, short = 0, damaged = 0, extra = 0 where delivery_id = (:delivery)::uuid;
update delivery_picks set good = quantity where delivery_id = (:delivery)::uuid;
insert into audit (action, asker, organization_id, subject_id, request_id) values ('delivery.confirm', 'receiver', (:organization)::uuid, (:delivery)::uuid, (:request)::uuid);
commit;
