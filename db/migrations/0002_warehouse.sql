CREATE TABLE "box_contents" (
	"box_id" uuid NOT NULL,
	"asset_id" bigint NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "box_contents_box_id_asset_id_pk" PRIMARY KEY("box_id","asset_id"),
	CONSTRAINT "box_content_positive" CHECK ("box_contents"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "box_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"box_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "box_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"undoes" uuid,
	"from_account" bigint,
	"to_account" bigint,
	"delivery_id" uuid,
	"detail" jsonb NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "box_event_kind_known" CHECK ("box_events"."kind" in ('box.receive', 'box.classify', 'box.pack', 'box.move', 'box.nest', 'box.pick', 'box.load', 'box.empty', 'box.undo', 'label.replace'))
);
--> statement-breakpoint
CREATE TABLE "boxes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"pallet_id" uuid,
	"account_id" bigint NOT NULL,
	"consignment_id" uuid,
	"consignment_line" integer,
	"counted" bigint,
	"delivery_id" uuid,
	"loaded_at" timestamp with time zone,
	"transfer_id" uuid,
	"note" text,
	"weight_grams" integer,
	"emptied_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "box_kind_known" CHECK ("boxes"."kind" in ('box', 'pallet')),
	CONSTRAINT "box_weight_positive" CHECK ("boxes"."weight_grams" > 0),
	CONSTRAINT "box_counted_as_line" CHECK (("boxes"."consignment_line" is null) = ("boxes"."counted" is null) and ("boxes"."counted" is null or "boxes"."counted" > 0))
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"code" char(9) PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"box_id" uuid,
	"bin_id" uuid,
	"asset_id" bigint,
	"run_id" uuid,
	"revoked_at" timestamp with time zone,
	"revoked_reason" text,
	"replaced_by" char(9),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "label_one_subject" CHECK (num_nonnulls("labels"."box_id", "labels"."bin_id", "labels"."asset_id") <= 1),
	CONSTRAINT "label_revoked_with_reason" CHECK (("labels"."revoked_at" is null) = ("labels"."revoked_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "item_aliases" (
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"item_id" uuid NOT NULL,
	CONSTRAINT "item_aliases_organization_id_name_pk" PRIMARY KEY("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "item_barcodes" (
	"organization_id" uuid NOT NULL,
	"gtin" char(14) NOT NULL,
	"item_id" uuid NOT NULL,
	"pack_size" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "item_barcodes_organization_id_gtin_pk" PRIMARY KEY("organization_id","gtin"),
	CONSTRAINT "item_barcode_pack_positive" CHECK ("item_barcodes"."pack_size" > 0)
);
--> statement-breakpoint
CREATE TABLE "item_packs" (
	"item_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"name" text NOT NULL,
	"count" bigint NOT NULL,
	"of" integer,
	"size" bigint NOT NULL,
	CONSTRAINT "item_packs_item_id_n_pk" PRIMARY KEY("item_id","n"),
	CONSTRAINT "item_pack_once" UNIQUE("item_id","name"),
	CONSTRAINT "item_pack_size_whole" CHECK ("item_packs"."count" > 1 and "item_packs"."size" >= "item_packs"."count"),
	CONSTRAINT "item_pack_of_another" CHECK ("item_packs"."of" <> "item_packs"."n")
);
--> statement-breakpoint
CREATE TABLE "item_substitutes" (
	"item_id" uuid NOT NULL,
	"substitute_id" uuid NOT NULL,
	CONSTRAINT "item_substitutes_item_id_substitute_id_pk" PRIMARY KEY("item_id","substitute_id"),
	CONSTRAINT "item_substitute_another" CHECK ("item_substitutes"."item_id" <> "item_substitutes"."substitute_id")
);
--> statement-breakpoint
CREATE TABLE "kit_components" (
	"kit_asset_id" bigint NOT NULL,
	"asset_id" bigint NOT NULL,
	"per_kit" bigint NOT NULL,
	CONSTRAINT "kit_components_kit_asset_id_asset_id_pk" PRIMARY KEY("kit_asset_id","asset_id"),
	CONSTRAINT "kit_component_per_kit_positive" CHECK ("kit_components"."per_kit" > 0)
);
--> statement-breakpoint
CREATE TABLE "kit_recipes" (
	"item_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"component_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "kit_recipes_item_id_n_pk" PRIMARY KEY("item_id","n"),
	CONSTRAINT "kit_component_once" UNIQUE("item_id","component_id"),
	CONSTRAINT "kit_component_positive" CHECK ("kit_recipes"."quantity" > 0),
	CONSTRAINT "kit_component_another" CHECK ("kit_recipes"."item_id" <> "kit_recipes"."component_id")
);
--> statement-breakpoint
CREATE TABLE "kits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"account_id" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"note" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "kits_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "kits_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "kit_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "kit_quantity_positive" CHECK ("kits"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "consignment_lines" (
	"consignment_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"item" text NOT NULL,
	"item_id" uuid,
	"unit" text NOT NULL,
	"specification" text,
	"pack_name" text,
	"pack_size" bigint,
	"expected" bigint,
	"counted" bigint DEFAULT 0 NOT NULL,
	"lot_number" text,
	"expires_on" date,
	"value_fen" bigint,
	"value_basis" text,
	"restricted_to" text,
	CONSTRAINT "consignment_lines_consignment_id_n_pk" PRIMARY KEY("consignment_id","n"),
	CONSTRAINT "consignment_value_basis_known" CHECK ("consignment_lines"."value_basis" in ('voucher', 'market_price', 'other_method', 'unvalued')),
	CONSTRAINT "consignment_counted_never_negative" CHECK ("consignment_lines"."counted" >= 0 and "consignment_lines"."expected" > 0),
	CONSTRAINT "consignment_pack_whole" CHECK (("consignment_lines"."pack_name" is null) = ("consignment_lines"."pack_size" is null) and ("consignment_lines"."pack_size" is null or "consignment_lines"."pack_size" > 0))
);
--> statement-breakpoint
CREATE TABLE "consignment_refusals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consignment_id" uuid NOT NULL,
	"line_n" integer,
	"item" text NOT NULL,
	"unit" text NOT NULL,
	"quantity" bigint NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refusal_action_known" CHECK ("consignment_refusals"."action" in ('rejected', 'quarantined')),
	CONSTRAINT "refusal_reason_known" CHECK ("consignment_refusals"."reason" in ('expired', 'short_life', 'damaged_packaging', 'unsafe', 'not_needed', 'other')),
	CONSTRAINT "refusal_quantity_positive" CHECK ("consignment_refusals"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "consignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"status" text NOT NULL,
	"pledge_id" uuid,
	"donor" text,
	"expected_on" date,
	"expected_boxes" integer,
	"note" text,
	"link_hash" text,
	"link_expires_at" timestamp with time zone,
	"donor_filled_at" timestamp with time zone,
	"arrived_at" timestamp with time zone,
	"prepared_by" uuid,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"override_reason" text,
	"gift_id" uuid,
	"cancelled_reason" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consignment_link_once" UNIQUE("link_hash"),
	CONSTRAINT "consignment_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "consignment_status_known" CHECK ("consignments"."status" in ('expected', 'counting', 'received', 'cancelled')),
	CONSTRAINT "consignment_duties_apart" CHECK ("consignments"."checked_by" <> "consignments"."prepared_by" or "consignments"."override_reason" is not null),
	CONSTRAINT "consignment_cancelled_with_reason" CHECK (("consignments"."status" = 'cancelled') = ("consignments"."cancelled_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "return_lines" (
	"return_id" uuid NOT NULL,
	"line_n" integer NOT NULL,
	"quantity" bigint NOT NULL,
	"value_fen" bigint NOT NULL,
	CONSTRAINT "return_lines_return_id_line_n_pk" PRIMARY KEY("return_id","line_n"),
	CONSTRAINT "return_line_positive" CHECK ("return_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "returns_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "return_number_once" UNIQUE("organization_id","number")
);
--> statement-breakpoint
CREATE TABLE "stocktake_bins" (
	"stocktake_id" uuid NOT NULL,
	"account_id" bigint NOT NULL,
	"rounds" integer DEFAULT 0 NOT NULL,
	"seq" bigint,
	"counted_by" uuid,
	"counted_at" timestamp with time zone,
	CONSTRAINT "stocktake_bins_stocktake_id_account_id_pk" PRIMARY KEY("stocktake_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "stocktake_counts" (
	"stocktake_id" uuid NOT NULL,
	"account_id" bigint NOT NULL,
	"asset_id" bigint NOT NULL,
	"expected" bigint NOT NULL,
	"counted" bigint NOT NULL,
	"reason" text,
	"remark" text,
	CONSTRAINT "stocktake_counts_stocktake_id_account_id_asset_id_pk" PRIMARY KEY("stocktake_id","account_id","asset_id"),
	CONSTRAINT "stocktake_reason_known" CHECK ("stocktake_counts"."reason" in ('expired', 'damaged', 'lost', 'other')),
	CONSTRAINT "stocktake_count_never_negative" CHECK ("stocktake_counts"."expected" >= 0 and "stocktake_counts"."counted" >= 0)
);
--> statement-breakpoint
CREATE TABLE "stocktakes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"blind" boolean NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"created_by" uuid,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"override_reason" text,
	"cancelled_reason" text,
	"entry_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stocktakes_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "stocktake_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "stocktake_kind_known" CHECK ("stocktakes"."kind" in ('cycle', 'full')),
	CONSTRAINT "stocktake_status_known" CHECK ("stocktakes"."status" in ('counting', 'approved', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "transfer_lines" (
	"transfer_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"asset_id" bigint NOT NULL,
	"from_account" bigint NOT NULL,
	"quantity" bigint NOT NULL,
	"value_fen" bigint NOT NULL,
	"received" bigint,
	"remark" text,
	CONSTRAINT "transfer_lines_transfer_id_n_pk" PRIMARY KEY("transfer_id","n"),
	CONSTRAINT "transfer_line_quantity_positive" CHECK ("transfer_lines"."quantity" > 0),
	CONSTRAINT "transfer_line_received_within" CHECK ("transfer_lines"."received" between 0 and "transfer_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"from_warehouse_id" uuid NOT NULL,
	"to_warehouse_id" uuid NOT NULL,
	"status" text NOT NULL,
	"account_id" bigint NOT NULL,
	"note" text,
	"sent_by" uuid,
	"received_at" timestamp with time zone,
	"received_by" uuid,
	"cancelled_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transfers_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "transfer_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "transfer_status_known" CHECK ("transfers"."status" in ('sent', 'received', 'cancelled')),
	CONSTRAINT "transfer_goes_elsewhere" CHECK ("transfers"."from_warehouse_id" <> "transfers"."to_warehouse_id")
);
--> statement-breakpoint
CREATE TABLE "write_offs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"asset_id" bigint NOT NULL,
	"account_id" bigint NOT NULL,
	"quantity" bigint NOT NULL,
	"reason" text NOT NULL,
	"remark" text NOT NULL,
	"evidence" text,
	"status" text NOT NULL,
	"requested_by" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_remark" text,
	"override_reason" text,
	"entry_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "write_offs_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "write_off_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "write_off_status_known" CHECK ("write_offs"."status" in ('requested', 'approved', 'rejected')),
	CONSTRAINT "write_off_reason_known" CHECK ("write_offs"."reason" in ('expired', 'damaged', 'lost', 'other')),
	CONSTRAINT "write_off_quantity_positive" CHECK ("write_offs"."quantity" > 0),
	CONSTRAINT "write_off_duties_apart" CHECK ("write_offs"."decided_by" <> "write_offs"."requested_by" or "write_offs"."override_reason" is not null or "write_offs"."status" = 'rejected'),
	CONSTRAINT "write_off_entry_when_approved" CHECK (("write_offs"."status" = 'approved') = ("write_offs"."entry_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "items" DROP CONSTRAINT "item_once";--> statement-breakpoint
ALTER TABLE "accounts" DROP CONSTRAINT "account_kind_known";--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entry_kind_known";--> statement-breakpoint
ALTER TABLE "source_lots" ALTER COLUMN "gift_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" drop column "holds";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "holds" boolean GENERATED ALWAYS AS (kind in ('fund', 'dock', 'bin', 'staging', 'quarantine', 'transfer', 'delivery', 'site', 'dispute', 'kit')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "picking_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "picked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "picked_by" uuid;--> statement-breakpoint
ALTER TABLE "delivery_lines" ADD COLUMN "pick_reason" text;--> statement-breakpoint
ALTER TABLE "delivery_picks" ADD COLUMN "picked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "gb_code" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "storage" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "min_remaining_days" integer;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "pinyin" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "source_lots" ADD COLUMN "kit_id" uuid;--> statement-breakpoint
ALTER TABLE "bins" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "bins" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "box_contents" ADD CONSTRAINT "box_contents_box_id_boxes_id_fk" FOREIGN KEY ("box_id") REFERENCES "public"."boxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box_contents" ADD CONSTRAINT "box_contents_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box_events" ADD CONSTRAINT "box_events_box_id_boxes_id_fk" FOREIGN KEY ("box_id") REFERENCES "public"."boxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box_events" ADD CONSTRAINT "box_events_from_account_accounts_id_fk" FOREIGN KEY ("from_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box_events" ADD CONSTRAINT "box_events_to_account_accounts_id_fk" FOREIGN KEY ("to_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "box_events" ADD CONSTRAINT "box_events_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_pallet_id_boxes_id_fk" FOREIGN KEY ("pallet_id") REFERENCES "public"."boxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_box_id_boxes_id_fk" FOREIGN KEY ("box_id") REFERENCES "public"."boxes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_bin_id_bins_id_fk" FOREIGN KEY ("bin_id") REFERENCES "public"."bins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_replaced_by_labels_code_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."labels"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_aliases" ADD CONSTRAINT "item_aliases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_aliases" ADD CONSTRAINT "item_aliases_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_barcodes" ADD CONSTRAINT "item_barcodes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_barcodes" ADD CONSTRAINT "item_barcodes_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_packs" ADD CONSTRAINT "item_packs_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_substitutes" ADD CONSTRAINT "item_substitutes_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_substitutes" ADD CONSTRAINT "item_substitutes_substitute_id_items_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_components" ADD CONSTRAINT "kit_components_kit_asset_id_source_lots_asset_id_fk" FOREIGN KEY ("kit_asset_id") REFERENCES "public"."source_lots"("asset_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_components" ADD CONSTRAINT "kit_components_asset_id_source_lots_asset_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."source_lots"("asset_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_recipes" ADD CONSTRAINT "kit_recipes_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_recipes" ADD CONSTRAINT "kit_recipes_component_id_items_id_fk" FOREIGN KEY ("component_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kits" ADD CONSTRAINT "kits_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kits" ADD CONSTRAINT "kits_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kits" ADD CONSTRAINT "kits_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kits" ADD CONSTRAINT "kits_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kits" ADD CONSTRAINT "kits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kits" ADD CONSTRAINT "kits_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kits" ADD CONSTRAINT "kits_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_lines" ADD CONSTRAINT "consignment_lines_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_lines" ADD CONSTRAINT "consignment_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_refusals" ADD CONSTRAINT "consignment_refusals_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_refusals" ADD CONSTRAINT "consignment_refusals_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_prepared_by_users_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_gift_id_gifts_id_fk" FOREIGN KEY ("gift_id") REFERENCES "public"."gifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktake_bins" ADD CONSTRAINT "stocktake_bins_stocktake_id_stocktakes_id_fk" FOREIGN KEY ("stocktake_id") REFERENCES "public"."stocktakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktake_bins" ADD CONSTRAINT "stocktake_bins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktake_bins" ADD CONSTRAINT "stocktake_bins_counted_by_users_id_fk" FOREIGN KEY ("counted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktake_counts" ADD CONSTRAINT "stocktake_counts_stocktake_id_stocktakes_id_fk" FOREIGN KEY ("stocktake_id") REFERENCES "public"."stocktakes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktake_counts" ADD CONSTRAINT "stocktake_counts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktake_counts" ADD CONSTRAINT "stocktake_counts_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktakes" ADD CONSTRAINT "stocktakes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktakes" ADD CONSTRAINT "stocktakes_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktakes" ADD CONSTRAINT "stocktakes_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktakes" ADD CONSTRAINT "stocktakes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktakes" ADD CONSTRAINT "stocktakes_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stocktakes" ADD CONSTRAINT "stocktakes_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_lines" ADD CONSTRAINT "transfer_lines_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_lines" ADD CONSTRAINT "transfer_lines_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_lines" ADD CONSTRAINT "transfer_lines_from_account_accounts_id_fk" FOREIGN KEY ("from_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_warehouse_id_warehouses_id_fk" FOREIGN KEY ("from_warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_warehouse_id_warehouses_id_fk" FOREIGN KEY ("to_warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_received_by_users_id_fk" FOREIGN KEY ("received_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "box_contents_by_asset" ON "box_contents" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "box_events_by_box" ON "box_events" USING btree ("box_id","seq");--> statement-breakpoint
CREATE INDEX "box_events_by_delivery" ON "box_events" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "boxes_by_place" ON "boxes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "boxes_by_warehouse" ON "boxes" USING btree ("warehouse_id");--> statement-breakpoint
CREATE INDEX "boxes_by_consignment" ON "boxes" USING btree ("consignment_id");--> statement-breakpoint
CREATE INDEX "boxes_by_delivery" ON "boxes" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "boxes_by_pallet" ON "boxes" USING btree ("pallet_id");--> statement-breakpoint
CREATE INDEX "labels_by_box" ON "labels" USING btree ("box_id");--> statement-breakpoint
CREATE INDEX "labels_by_bin" ON "labels" USING btree ("bin_id");--> statement-breakpoint
CREATE INDEX "labels_by_asset" ON "labels" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "labels_by_run" ON "labels" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "labels_blank" ON "labels" USING btree ("organization_id") WHERE box_id is null and bin_id is null and asset_id is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "kit_components_by_asset" ON "kit_components" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "refusals_by_consignment" ON "consignment_refusals" USING btree ("consignment_id");--> statement-breakpoint
CREATE INDEX "consignments_by_status" ON "consignments" USING btree ("warehouse_id","status");--> statement-breakpoint
CREATE INDEX "returns_by_delivery" ON "returns" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "stocktakes_by_status" ON "stocktakes" USING btree ("warehouse_id","status");--> statement-breakpoint
CREATE INDEX "transfers_by_status" ON "transfers" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "write_offs_by_status" ON "write_offs" USING btree ("organization_id","status");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_picked_by_users_id_fk" FOREIGN KEY ("picked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_merged_into_items_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_lots" ADD CONSTRAINT "source_lots_kit_id_kits_id_fk" FOREIGN KEY ("kit_id") REFERENCES "public"."kits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_by_dispatch" ON "deliveries" USING btree ("organization_id","dispatched_at");--> statement-breakpoint
CREATE UNIQUE INDEX "item_once" ON "items" USING btree ("organization_id","name") WHERE merged_into is null;--> statement-breakpoint
ALTER TABLE "source_lots" ADD CONSTRAINT "lot_kit_line_once" UNIQUE("kit_id","n");--> statement-breakpoint
ALTER TABLE "delivery_picks" ADD CONSTRAINT "delivery_pick_picked_within" CHECK ("delivery_picks"."picked" between 0 and "delivery_picks"."quantity");--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "item_storage_known" CHECK ("items"."storage" in ('ambient', 'cool', 'refrigerated', 'frozen', 'dry', 'flammable'));--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "item_remaining_days_positive" CHECK ("items"."min_remaining_days" > 0);--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "item_merged_elsewhere" CHECK ("items"."merged_into" <> "items"."id");--> statement-breakpoint
ALTER TABLE "source_lots" ADD CONSTRAINT "lot_one_source" CHECK (num_nonnulls("source_lots"."gift_id", "source_lots"."kit_id") = 1);--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "account_kind_known" CHECK ("accounts"."kind" in ('donor', 'supplier', 'grantee', 'fund', 'dock', 'bin', 'staging', 'quarantine', 'transfer', 'delivery', 'site', 'dispute', 'households', 'loss', 'kit', 'assembly'));--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entry_kind_known" CHECK ("entries"."kind" in ('gift.receive-money', 'gift.receive-goods', 'stock.put-away', 'stock.move', 'stock.write-off', 'stocktake.approve', 'kit.assemble', 'kit.take-apart', 'transfer.send', 'transfer.receive', 'transfer.cancel', 'return.receive', 'payment.record', 'delivery.create', 'delivery.cancel', 'delivery.dispatch', 'delivery.confirm', 'delivery.hand-over', 'entry.reverse'));--> statement-breakpoint
ALTER TABLE "bins" ADD CONSTRAINT "bin_capacity_positive" CHECK ("bins"."capacity" > 0);--> statement-breakpoint
UPDATE "delivery_picks" SET "picked" = "delivery_picks"."quantity" FROM "deliveries" WHERE "deliveries"."id" = "delivery_picks"."delivery_id" AND "deliveries"."dispatched_at" IS NOT NULL;--> statement-breakpoint
UPDATE "deliveries" SET "picked_at" = "dispatched_at" WHERE "dispatched_at" IS NOT NULL;--> statement-breakpoint
INSERT INTO "item_packs" ("item_id", "n", "name", "count", "size") SELECT "id", 1, "pack_name", "pack_size", "pack_size" FROM "items" WHERE "pack_size" > 1;
