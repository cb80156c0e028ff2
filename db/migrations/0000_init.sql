CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"status" text NOT NULL,
	"account_id" bigint NOT NULL,
	"boxes" integer NOT NULL,
	"code" char(9) NOT NULL,
	"pin" char(4) NOT NULL,
	"pin_failures" integer DEFAULT 0 NOT NULL,
	"planned_on" date NOT NULL,
	"dispatched_at" timestamp with time zone,
	"dispatched_by" uuid,
	"confirmed_at" timestamp with time zone,
	"confirmed_by_user" uuid,
	"receiver_name" text,
	"receiver_post" text,
	"cancelled_at" timestamp with time zone,
	"cancelled_reason" text,
	"note" text,
	"import_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "delivery_code_once" UNIQUE("code"),
	CONSTRAINT "delivery_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "delivery_status_known" CHECK ("deliveries"."status" in ('planned', 'dispatched', 'confirmed', 'cancelled')),
	CONSTRAINT "delivery_boxes_positive" CHECK ("deliveries"."boxes" > 0),
	CONSTRAINT "delivery_dispatched_when" CHECK ("deliveries"."status" not in ('dispatched', 'confirmed') or "deliveries"."dispatched_at" is not null),
	CONSTRAINT "delivery_confirmed_by_whom" CHECK ("deliveries"."status" <> 'confirmed' or ("deliveries"."confirmed_at" is not null and "deliveries"."receiver_name" is not null)),
	CONSTRAINT "delivery_duties_apart" CHECK ("deliveries"."confirmed_by_user" <> "deliveries"."dispatched_by")
);
--> statement-breakpoint
CREATE TABLE "delivery_lines" (
	"delivery_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"pack_name" text,
	"pack_size" bigint,
	"value_fen" bigint NOT NULL,
	"good" bigint,
	"short" bigint,
	"damaged" bigint,
	"extra" bigint,
	"reason" text,
	"remark" text,
	CONSTRAINT "delivery_lines_delivery_id_n_pk" PRIMARY KEY("delivery_id","n"),
	CONSTRAINT "delivery_line_reason_known" CHECK ("delivery_lines"."reason" in ('short_packed', 'lost_on_the_way', 'damaged_packaging', 'damaged_goods', 'wrong_item', 'expired', 'more_came', 'other')),
	CONSTRAINT "delivery_line_quantity_positive" CHECK ("delivery_lines"."quantity" > 0),
	CONSTRAINT "delivery_line_adds_up" CHECK ("delivery_lines"."good" is null or ("delivery_lines"."good" >= 0 and "delivery_lines"."short" >= 0 and "delivery_lines"."damaged" >= 0 and "delivery_lines"."extra" >= 0 and "delivery_lines"."good" + "delivery_lines"."short" + "delivery_lines"."damaged" = "delivery_lines"."quantity")),
	CONSTRAINT "delivery_line_difference_has_reason" CHECK (coalesce("delivery_lines"."short", 0) + coalesce("delivery_lines"."damaged", 0) + coalesce("delivery_lines"."extra", 0) = 0 or "delivery_lines"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "delivery_picks" (
	"delivery_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"line_n" integer NOT NULL,
	"asset_id" bigint NOT NULL,
	"from_account" bigint NOT NULL,
	"quantity" bigint NOT NULL,
	"value_fen" bigint NOT NULL,
	"good" bigint DEFAULT 0 NOT NULL,
	"handed_over" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "delivery_picks_delivery_id_n_pk" PRIMARY KEY("delivery_id","n"),
	CONSTRAINT "delivery_pick_quantity_positive" CHECK ("delivery_picks"."quantity" > 0),
	CONSTRAINT "delivery_pick_handed_over_within" CHECK (0 <= "delivery_picks"."handed_over" and "delivery_picks"."handed_over" <= "delivery_picks"."good" and "delivery_picks"."good" <= "delivery_picks"."quantity")
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"households" integer NOT NULL,
	"people" integer NOT NULL,
	"handed_on" date NOT NULL,
	"note" text,
	"entry_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hand_overs_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "hand_over_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "hand_over_counts_people" CHECK ("hand_overs"."households" >= 0 and "hand_overs"."people" >= "hand_overs"."households" and "hand_overs"."people" > 0)
);
--> statement-breakpoint
CREATE TABLE "revoked_codes" (
	"code" char(9) PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "donors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"publish_name" boolean DEFAULT false NOT NULL,
	"account_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "donors_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "donor_once" UNIQUE("organization_id","name"),
	CONSTRAINT "donor_kind_known" CHECK ("donors"."kind" in ('organization', 'individual', 'anonymous')),
	CONSTRAINT "donor_anonymous_unpublished" CHECK ("donors"."kind" <> 'anonymous' or not "donors"."publish_name")
);
--> statement-breakpoint
CREATE TABLE "funds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"restriction_id" uuid,
	"name" text NOT NULL,
	"account_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "funds_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "fund_once" UNIQUE NULLS NOT DISTINCT("organization_id","response_id","restriction_id")
);
--> statement-breakpoint
CREATE TABLE "gifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"donor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"pledge_id" uuid,
	"received_on" date NOT NULL,
	"fund_id" uuid,
	"amount_fen" bigint,
	"warehouse_id" uuid,
	"entry_id" uuid NOT NULL,
	"receipt_number" text,
	"note" text,
	"import_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gifts_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "gift_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "gift_kind_known" CHECK ("gifts"."kind" in ('money', 'goods')),
	CONSTRAINT "gift_money_into_fund" CHECK (("gifts"."kind" = 'money') = ("gifts"."fund_id" is not null and "gifts"."amount_fen" is not null)),
	CONSTRAINT "gift_goods_into_warehouse" CHECK (("gifts"."kind" = 'goods') = ("gifts"."warehouse_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"base_unit" text NOT NULL,
	"specification" text,
	"pack_name" text,
	"pack_size" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "item_once" UNIQUE("organization_id","name"),
	CONSTRAINT "item_category_known" CHECK ("items"."category" in ('protection', 'disinfection', 'medicine', 'testing', 'food', 'water', 'bedding', 'household', 'infant', 'kit', 'equipment', 'other')),
	CONSTRAINT "item_pack_whole" CHECK (("items"."pack_name" is null) = ("items"."pack_size" is null) and ("items"."pack_size" is null or "items"."pack_size" > 1))
);
--> statement-breakpoint
CREATE TABLE "payees" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"account_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payees_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "payee_once" UNIQUE("organization_id","name","kind"),
	CONSTRAINT "payee_kind_known" CHECK ("payees"."kind" in ('purchase', 'grant'))
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"fund_id" uuid NOT NULL,
	"payee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"purpose" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"paid_on" date NOT NULL,
	"township_code" char(9),
	"quotes_fen" bigint[] DEFAULT '{}'::bigint[] NOT NULL,
	"choice_reason" text,
	"entry_id" uuid NOT NULL,
	"import_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payments_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "payment_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "payment_kind_known" CHECK ("payments"."kind" in ('purchase', 'grant')),
	CONSTRAINT "payment_amount_positive" CHECK ("payments"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE TABLE "pledge_lines" (
	"pledge_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "pledge_lines_pledge_id_n_pk" PRIMARY KEY("pledge_id","n"),
	CONSTRAINT "pledge_quantity_positive" CHECK ("pledge_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "pledges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"donor_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount_fen" bigint,
	"restriction_id" uuid,
	"pledged_on" date NOT NULL,
	"due_on" date,
	"note" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	"import_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pledge_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "pledge_kind_known" CHECK ("pledges"."kind" in ('money', 'goods')),
	CONSTRAINT "pledge_money_has_amount" CHECK (("pledges"."kind" = 'money') = ("pledges"."amount_fen" is not null)),
	CONSTRAINT "pledge_amount_positive" CHECK ("pledges"."amount_fen" > 0),
	CONSTRAINT "pledge_withdrawn_with_reason" CHECK (("pledges"."withdrawn_at" is null) = ("pledges"."withdrawn_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "restrictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"text" text NOT NULL,
	"township_code" char(9),
	"site_kind" text,
	"site_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "restriction_once" UNIQUE("organization_id","text"),
	CONSTRAINT "restriction_site_kind_known" CHECK ("restrictions"."site_kind" in ('committee', 'compound', 'field_hospital', 'hospital', 'other')),
	CONSTRAINT "restriction_one_target" CHECK (num_nonnulls("restrictions"."township_code", "restrictions"."site_kind", "restrictions"."site_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "source_lots" (
	"asset_id" bigint PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gift_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"item_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"pack_name" text,
	"pack_size" bigint,
	"specification" text,
	"lot_number" text,
	"expires_on" date,
	"received_on" date NOT NULL,
	"value_fen" bigint NOT NULL,
	"value_basis" text NOT NULL,
	"restriction_id" uuid,
	CONSTRAINT "lot_line_once" UNIQUE("gift_id","n"),
	CONSTRAINT "lot_value_basis_known" CHECK ("source_lots"."value_basis" in ('voucher', 'market_price', 'other_method', 'unvalued')),
	CONSTRAINT "lot_unvalued_is_zero" CHECK ("source_lots"."value_basis" <> 'unvalued' or "source_lots"."value_fen" = 0),
	CONSTRAINT "lot_quantity_positive" CHECK ("source_lots"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file" "bytea",
	"content_hash" text NOT NULL,
	"status" text NOT NULL,
	"mapping" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"publish_donor_names" boolean DEFAULT false NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"summary" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"committed_at" timestamp with time zone,
	CONSTRAINT "import_status_known" CHECK ("imports"."status" in ('draft', 'committing', 'committed', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "public_summaries" (
	"key" text PRIMARY KEY NOT NULL,
	"as_of_seq" bigint NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "accounts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"holds" boolean GENERATED ALWAYS AS (kind in ('fund', 'dock', 'bin', 'staging', 'quarantine', 'delivery', 'site', 'dispute')) STORED NOT NULL,
	CONSTRAINT "account_kind_known" CHECK ("accounts"."kind" in ('donor', 'supplier', 'grantee', 'fund', 'dock', 'bin', 'staging', 'quarantine', 'delivery', 'site', 'dispute', 'households', 'loss'))
);
--> statement-breakpoint
CREATE TABLE "assets" (
	"id" bigint PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "assets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 100 CACHE 1),
	"kind" text NOT NULL,
	CONSTRAINT "asset_kind_known" CHECK ("assets"."kind" in ('money', 'lot'))
);
--> statement-breakpoint
CREATE TABLE "balances" (
	"account_id" bigint NOT NULL,
	"asset_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"value_fen" bigint NOT NULL,
	CONSTRAINT "balances_account_id_asset_id_pk" PRIMARY KEY("account_id","asset_id"),
	CONSTRAINT "balance_never_negative" CHECK ("balances"."amount" >= 0),
	CONSTRAINT "balance_value_never_negative" CHECK ("balances"."value_fen" >= 0),
	CONSTRAINT "balance_value_needs_amount" CHECK ("balances"."amount" > 0 or "balances"."value_fen" = 0)
);
--> statement-breakpoint
CREATE TABLE "document_numbers" (
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_numbers_organization_id_kind_year_pk" PRIMARY KEY("organization_id","kind","year")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"occurred_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"document_kind" text NOT NULL,
	"document_id" uuid NOT NULL,
	"reverses" uuid,
	"reason" text,
	CONSTRAINT "entries_seq_unique" UNIQUE("seq"),
	CONSTRAINT "entry_reversed_once" UNIQUE("reverses"),
	CONSTRAINT "entry_kind_known" CHECK ("entries"."kind" in ('gift.receive-money', 'gift.receive-goods', 'stock.put-away', 'stock.write-off', 'payment.record', 'delivery.create', 'delivery.cancel', 'delivery.dispatch', 'delivery.confirm', 'delivery.hand-over', 'entry.reverse')),
	CONSTRAINT "entry_reversal_named" CHECK (("entries"."kind" = 'entry.reverse') = ("entries"."reverses" is not null))
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"entry_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"from_account" bigint NOT NULL,
	"to_account" bigint NOT NULL,
	"asset_id" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"value_fen" bigint NOT NULL,
	CONSTRAINT "postings_entry_id_n_pk" PRIMARY KEY("entry_id","n"),
	CONSTRAINT "posting_amount_positive" CHECK ("postings"."amount" > 0),
	CONSTRAINT "posting_value_never_negative" CHECK ("postings"."value_fen" >= 0),
	CONSTRAINT "posting_goes_somewhere" CHECK ("postings"."from_account" <> "postings"."to_account")
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "api_token_role_known" CHECK ("api_tokens"."role" in ('administrator', 'fund_officer', 'warehouse_keeper', 'dispatcher', 'site_contact', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"user_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grants_user_id_organization_id_role_pk" PRIMARY KEY("user_id","organization_id","role"),
	CONSTRAINT "grant_role_known" CHECK ("grants"."role" in ('administrator', 'fund_officer', 'warehouse_keeper', 'dispatcher', 'site_contact', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"note" text,
	"user_id" uuid,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitation_role_known" CHECK ("invitations"."role" in ('administrator', 'fund_officer', 'warehouse_keeper', 'dispatcher', 'site_contact', 'auditor'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"uscc" char(18),
	"response_id" uuid NOT NULL,
	"books_kept_by" uuid,
	"hotline" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_name_unique" UNIQUE("name"),
	CONSTRAINT "organization_uscc_once" UNIQUE("uscc"),
	CONSTRAINT "organization_kind_known" CHECK ("organizations"."kind" in ('foundation', 'community_fund', 'social_organization', 'warehouse_operator', 'residents_committee', 'compound', 'field_hospital', 'hospital', 'township', 'authority', 'company')),
	CONSTRAINT "organization_keeps_not_itself" CHECK ("organizations"."books_kept_by" <> "organizations"."id")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "responses_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"address" text,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"password_hash" text NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_once" UNIQUE("email"),
	CONSTRAINT "user_phone_once" UNIQUE("phone"),
	CONSTRAINT "user_reachable" CHECK ("users"."email" is not null or "users"."phone" is not null)
);
--> statement-breakpoint
CREATE TABLE "bins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"name" text NOT NULL,
	"account_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bins_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "bin_once" UNIQUE("warehouse_id","name")
);
--> statement-breakpoint
CREATE TABLE "committees" (
	"code" char(12) PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"township_code" char(9) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"township_code" char(9) NOT NULL,
	"committee_code" char(12),
	"address" text,
	"contact_name" text,
	"contact_phone" text,
	"account_id" bigint NOT NULL,
	"households_account_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sites_account_id_unique" UNIQUE("account_id"),
	CONSTRAINT "sites_households_account_id_unique" UNIQUE("households_account_id"),
	CONSTRAINT "site_once" UNIQUE("organization_id","township_code","name"),
	CONSTRAINT "site_kind_known" CHECK ("sites"."kind" in ('committee', 'compound', 'field_hospital', 'hospital', 'other'))
);
--> statement-breakpoint
CREATE TABLE "townships" (
	"code" char(9) PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "warehouses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"dock_account_id" bigint NOT NULL,
	"staging_account_id" bigint NOT NULL,
	"quarantine_account_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "warehouses_dock_account_id_unique" UNIQUE("dock_account_id"),
	CONSTRAINT "warehouses_staging_account_id_unique" UNIQUE("staging_account_id"),
	CONSTRAINT "warehouses_quarantine_account_id_unique" UNIQUE("quarantine_account_id"),
	CONSTRAINT "warehouse_once" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"action" text NOT NULL,
	"asker" text NOT NULL,
	"organization_id" uuid,
	"subject_id" uuid,
	"request_id" uuid NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"asker" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"response" json,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_dispatched_by_users_id_fk" FOREIGN KEY ("dispatched_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_confirmed_by_user_users_id_fk" FOREIGN KEY ("confirmed_by_user") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_lines" ADD CONSTRAINT "delivery_lines_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_lines" ADD CONSTRAINT "delivery_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_picks" ADD CONSTRAINT "delivery_picks_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_picks" ADD CONSTRAINT "delivery_picks_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_picks" ADD CONSTRAINT "delivery_picks_from_account_accounts_id_fk" FOREIGN KEY ("from_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revoked_codes" ADD CONSTRAINT "revoked_codes_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donors" ADD CONSTRAINT "donors_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donors" ADD CONSTRAINT "donors_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_restriction_id_restrictions_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."restrictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funds" ADD CONSTRAINT "funds_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_donor_id_donors_id_fk" FOREIGN KEY ("donor_id") REFERENCES "public"."donors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payees" ADD CONSTRAINT "payees_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payees" ADD CONSTRAINT "payees_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_payee_id_payees_id_fk" FOREIGN KEY ("payee_id") REFERENCES "public"."payees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_township_code_townships_code_fk" FOREIGN KEY ("township_code") REFERENCES "public"."townships"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_lines" ADD CONSTRAINT "pledge_lines_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledge_lines" ADD CONSTRAINT "pledge_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_donor_id_donors_id_fk" FOREIGN KEY ("donor_id") REFERENCES "public"."donors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_restriction_id_restrictions_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."restrictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pledges" ADD CONSTRAINT "pledges_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_township_code_townships_code_fk" FOREIGN KEY ("township_code") REFERENCES "public"."townships"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "restrictions" ADD CONSTRAINT "restrictions_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_lots" ADD CONSTRAINT "source_lots_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_lots" ADD CONSTRAINT "source_lots_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_lots" ADD CONSTRAINT "source_lots_gift_id_gifts_id_fk" FOREIGN KEY ("gift_id") REFERENCES "public"."gifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_lots" ADD CONSTRAINT "source_lots_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_lots" ADD CONSTRAINT "source_lots_restriction_id_restrictions_id_fk" FOREIGN KEY ("restriction_id") REFERENCES "public"."restrictions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balances" ADD CONSTRAINT "balances_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balances" ADD CONSTRAINT "balances_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_numbers" ADD CONSTRAINT "document_numbers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_reverses_entries_id_fk" FOREIGN KEY ("reverses") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_from_account_accounts_id_fk" FOREIGN KEY ("from_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_to_account_accounts_id_fk" FOREIGN KEY ("to_account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_granted_by_users_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_books_kept_by_organizations_id_fk" FOREIGN KEY ("books_kept_by") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bins" ADD CONSTRAINT "bins_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bins" ADD CONSTRAINT "bins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committees" ADD CONSTRAINT "committees_township_code_townships_code_fk" FOREIGN KEY ("township_code") REFERENCES "public"."townships"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_township_code_townships_code_fk" FOREIGN KEY ("township_code") REFERENCES "public"."townships"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_committee_code_committees_code_fk" FOREIGN KEY ("committee_code") REFERENCES "public"."committees"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_households_account_id_accounts_id_fk" FOREIGN KEY ("households_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_dock_account_id_accounts_id_fk" FOREIGN KEY ("dock_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_staging_account_id_accounts_id_fk" FOREIGN KEY ("staging_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warehouses" ADD CONSTRAINT "warehouses_quarantine_account_id_accounts_id_fk" FOREIGN KEY ("quarantine_account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_by_status" ON "deliveries" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "deliveries_by_site" ON "deliveries" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_confirmation" ON "deliveries" USING btree ("confirmed_at");--> statement-breakpoint
CREATE INDEX "delivery_picks_by_asset" ON "delivery_picks" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "hand_overs_by_delivery" ON "hand_overs" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "gifts_by_pledge" ON "gifts" USING btree ("pledge_id");--> statement-breakpoint
CREATE INDEX "gifts_by_donor" ON "gifts" USING btree ("donor_id");--> statement-breakpoint
CREATE INDEX "gifts_by_day" ON "gifts" USING btree ("received_on");--> statement-breakpoint
CREATE INDEX "lots_by_item" ON "source_lots" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "import_committed_once" ON "imports" USING btree ("organization_id","content_hash") WHERE status = 'committed';--> statement-breakpoint
CREATE INDEX "accounts_by_kind" ON "accounts" USING btree ("organization_id","kind");--> statement-breakpoint
CREATE INDEX "balances_by_asset" ON "balances" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "entries_by_document" ON "entries" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "postings_by_asset" ON "postings" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "postings_to" ON "postings" USING btree ("to_account","asset_id","amount");--> statement-breakpoint
CREATE INDEX "postings_from" ON "postings" USING btree ("from_account","asset_id","amount");--> statement-breakpoint
CREATE INDEX "organizations_by_keeper" ON "organizations" USING btree ("books_kept_by");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "committees_by_township" ON "committees" USING btree ("township_code");--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "audit_by_organization" ON "audit" USING btree ("organization_id","id");