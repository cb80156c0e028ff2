CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"workday" boolean NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"emergency" boolean NOT NULL,
	"emergency_ends_on" date,
	"filing_number" text,
	"filed_on" date,
	"surplus" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_once" UNIQUE("organization_id","response_id","name"),
	CONSTRAINT "campaign_kind_known" CHECK ("campaigns"."kind" in ('campaign', 'project')),
	CONSTRAINT "campaign_ends_after_start" CHECK ("campaigns"."ends_on" >= "campaigns"."starts_on"),
	CONSTRAINT "campaign_filed_with_number" CHECK (("campaigns"."filing_number" is null) = ("campaigns"."filed_on" is null))
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"computed_with" text NOT NULL,
	"satisfied_on" date,
	"satisfied_by" uuid,
	"satisfied_note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deadline_once" UNIQUE("organization_id","rule","subject_id","starts_on"),
	CONSTRAINT "deadline_rule_known" CHECK ("deadlines"."rule" in ('emergency_receipts_5_days', 'emergency_filing_10_days', 'campaign_every_3_months', 'campaign_end_3_months', 'project_every_3_months', 'project_end_3_months', 'surplus_3_months', 'major_event_30_days', 'donor_reply_10_workdays', 'annual_report_31_may', 'pledge_due', 'personal_data_destroyed')),
	CONSTRAINT "deadline_satisfied_somehow" CHECK ("deadlines"."satisfied_on" is null or num_nonnulls("deadlines"."satisfied_by", "deadlines"."satisfied_note") > 0)
);
--> statement-breakpoint
CREATE TABLE "destructions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"response_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"counts" jsonb NOT NULL,
	"reason" text NOT NULL,
	"destroyed_by" uuid,
	"destroyed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "destruction_number_once" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "donor_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"gift_id" uuid NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "question_answered_by_whom" CHECK (num_nonnulls("donor_questions"."answer", "donor_questions"."answered_by", "donor_questions"."answered_at") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "publication_files" (
	"publication_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" "bytea" NOT NULL,
	"file" text NOT NULL,
	CONSTRAINT "publication_files_publication_id_name_pk" PRIMARY KEY("publication_id","name")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"campaign_id" uuid,
	"issue" integer NOT NULL,
	"version" integer NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"log_size" bigint NOT NULL,
	"checkpoint" text NOT NULL,
	"figures" jsonb NOT NULL,
	"correction" text,
	"corrects" uuid,
	"prepared_by" uuid,
	"published_by" uuid,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publication_corrected_once" UNIQUE("corrects"),
	CONSTRAINT "publication_once" UNIQUE("organization_id","response_id","issue","version"),
	CONSTRAINT "publication_period" CHECK ("publications"."period_to" >= "publications"."period_from"),
	CONSTRAINT "publication_correction_has_reason" CHECK (("publications"."version" = 1) = ("publications"."corrects" is null) and ("publications"."corrects" is null) = ("publications"."correction" is null))
);
--> statement-breakpoint
CREATE TABLE "hand_over_groups" (
	"hand_over_id" uuid NOT NULL,
	"group" text NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "hand_over_groups_hand_over_id_group_pk" PRIMARY KEY("hand_over_id","group"),
	CONSTRAINT "hand_over_group_known" CHECK ("hand_over_groups"."group" in ('elderly', 'living_alone', 'pregnant', 'infants', 'children', 'chronic_illness', 'disabled', 'low_income', 'volunteers', 'other')),
	CONSTRAINT "hand_over_group_positive" CHECK ("hand_over_groups"."people" > 0)
);
--> statement-breakpoint
CREATE TABLE "register_rows" (
	"register_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"building" text NOT NULL,
	"group" text,
	"households" integer NOT NULL,
	"people" integer NOT NULL,
	"sealed" "bytea",
	CONSTRAINT "register_rows_register_id_n_pk" PRIMARY KEY("register_id","n"),
	CONSTRAINT "register_row_group_known" CHECK ("register_rows"."group" in ('elderly', 'living_alone', 'pregnant', 'infants', 'children', 'chronic_illness', 'disabled', 'low_income', 'volunteers', 'other')),
	CONSTRAINT "register_row_counts_people" CHECK ("register_rows"."households" >= 0 and "register_rows"."people" > 0)
);
--> statement-breakpoint
CREATE TABLE "register_shares" (
	"register_id" uuid NOT NULL,
	"row_n" integer NOT NULL,
	"line_n" integer NOT NULL,
	"quantity" bigint NOT NULL,
	"given" bigint,
	CONSTRAINT "register_shares_register_id_row_n_line_n_pk" PRIMARY KEY("register_id","row_n","line_n"),
	CONSTRAINT "register_share_never_negative" CHECK ("register_shares"."quantity" >= 0 and "register_shares"."given" >= 0)
);
--> statement-breakpoint
CREATE TABLE "registers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "register_number_once" UNIQUE("organization_id","number")
);
--> statement-breakpoint
CREATE TABLE "sealing_keys" (
	"response_id" uuid PRIMARY KEY NOT NULL,
	"sealed_key" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"destroyed_at" timestamp with time zone,
	"destroyed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "log_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_cosignatures" (
	"size" bigint NOT NULL,
	"name" text NOT NULL,
	"line" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "log_cosignatures_size_name_pk" PRIMARY KEY("size","name")
);
--> statement-breakpoint
CREATE TABLE "log_leaves" (
	"index" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"leaf" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"logged_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "leaf_subject_once" UNIQUE("kind","subject_id"),
	CONSTRAINT "leaf_kind_known" CHECK ("log_leaves"."kind" in ('entry', 'pledge', 'publication', 'destruction')),
	CONSTRAINT "leaf_index_from_zero" CHECK ("log_leaves"."index" >= 0),
	CONSTRAINT "leaf_small" CHECK (octet_length("log_leaves"."leaf") < 65536)
);
--> statement-breakpoint
CREATE TABLE "log_progress" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "log_progress_one_row" CHECK ("log_progress"."one" = 1)
);
--> statement-breakpoint
CREATE TABLE "log_salts" (
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"salt" "bytea" NOT NULL,
	CONSTRAINT "log_salts_subject_kind_subject_id_pk" PRIMARY KEY("subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "log_tiles" (
	"level" integer NOT NULL,
	"n" bigint NOT NULL,
	"hashes" "bytea" NOT NULL,
	CONSTRAINT "log_tiles_level_n_pk" PRIMARY KEY("level","n"),
	CONSTRAINT "tile_full" CHECK (octet_length("log_tiles"."hashes") = 8192)
);
--> statement-breakpoint
CREATE TABLE "log_witnesses" (
	"name" text PRIMARY KEY NOT NULL,
	"verifier_key" text NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need_lines" (
	"need_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"item_id" uuid,
	"wish" text NOT NULL,
	"quantity" bigint NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "need_lines_need_id_n_pk" PRIMARY KEY("need_id","n"),
	CONSTRAINT "need_quantity_positive" CHECK ("need_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"status" text NOT NULL,
	"people" integer,
	"needed_by" date,
	"note" text,
	"asked_by" text,
	"created_by" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"checked_by" uuid,
	"answer" text,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "need_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "need_status_known" CHECK ("needs"."status" in ('asked', 'accepted', 'declined', 'withdrawn', 'met')),
	CONSTRAINT "need_people_positive" CHECK ("needs"."people" > 0),
	CONSTRAINT "need_declined_with_answer" CHECK ("needs"."status" <> 'declined' or "needs"."answer" is not null)
);
--> statement-breakpoint
CREATE TABLE "site_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "site_link_token_once" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "clock_targets" (
	"organization_id" uuid NOT NULL,
	"step" text NOT NULL,
	"hours" integer NOT NULL,
	CONSTRAINT "clock_targets_organization_id_step_pk" PRIMARY KEY("organization_id","step"),
	CONSTRAINT "clock_step_known" CHECK ("clock_targets"."step" in ('inquiry', 'stock_check', 'order', 'dispatch', 'receipt')),
	CONSTRAINT "clock_hours_sensible" CHECK ("clock_targets"."hours" between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "notice_reads" (
	"user_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_reads_user_id_organization_id_pk" PRIMARY KEY("user_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role" text,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"detail" jsonb NOT NULL,
	"occasion" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "notice_once" UNIQUE("organization_id","kind","subject_id","occasion"),
	CONSTRAINT "notice_kind_known" CHECK ("notices"."kind" in ('delivery_confirmed', 'delivery_part_received', 'case_opened', 'case_decided', 'need_asked', 'clock_late', 'pin_guessed', 'report_stranded', 'contact_changed', 'question_asked', 'deadline_near', 'deadline_missed'))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_failure" text
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"line_n" integer,
	"file" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"redactions" jsonb,
	"public_file" text,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"taken_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "photo_public_file_once" UNIQUE("public_file"),
	CONSTRAINT "photo_subject_known" CHECK ("photos"."subject_kind" in ('delivery', 'receipt', 'case', 'hand_over', 'gift', 'item', 'write_off', 'consignment')),
	CONSTRAINT "photo_published_after_review" CHECK (("photos"."public_file" is null) = ("photos"."published_at" is null) and ("photos"."public_file" is null or "photos"."redactions" is not null))
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_key" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipt_lines" (
	"receipt_id" uuid NOT NULL,
	"line_n" integer NOT NULL,
	"good" bigint NOT NULL,
	"short" bigint NOT NULL,
	"damaged" bigint NOT NULL,
	"extra" bigint NOT NULL,
	"reason" text,
	"remark" text,
	CONSTRAINT "receipt_lines_receipt_id_line_n_pk" PRIMARY KEY("receipt_id","line_n"),
	CONSTRAINT "receipt_line_reason_known" CHECK ("receipt_lines"."reason" in ('short_packed', 'lost_on_the_way', 'damaged_packaging', 'damaged_goods', 'wrong_item', 'expired', 'more_came', 'other')),
	CONSTRAINT "receipt_line_never_negative" CHECK (least("receipt_lines"."good", "receipt_lines"."short", "receipt_lines"."damaged", "receipt_lines"."extra") >= 0)
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"partial" boolean NOT NULL,
	"name" text NOT NULL,
	"post" text,
	"locale" text NOT NULL,
	"agreed" text NOT NULL,
	"signature" text,
	"device_id" uuid,
	"device_time" timestamp with time zone,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "receipt_number_once" UNIQUE("delivery_id","n"),
	CONSTRAINT "receipt_signature_small" CHECK (length("receipts"."signature") <= 40000)
);
--> statement-breakpoint
CREATE TABLE "stranded_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"action" text NOT NULL,
	"body" jsonb NOT NULL,
	"refusal" text NOT NULL,
	"kept_since" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"settled_note" text,
	CONSTRAINT "stranded_settled_by_whom" CHECK (num_nonnulls("stranded_reports"."settled_at", "stranded_reports"."settled_by", "stranded_reports"."settled_note") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "trace_codes" (
	"code" char(9) PRIMARY KEY NOT NULL,
	"gift_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trace_code_one_a_gift" UNIQUE("gift_id")
);
--> statement-breakpoint
ALTER TABLE "box_events" DROP CONSTRAINT "box_event_kind_known";--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "delivery_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "transfer_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "guard_failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "need_id" uuid;--> statement-breakpoint
ALTER TABLE "delivery_lines" ADD COLUMN "partly" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD COLUMN "basis" text;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD COLUMN "register_id" uuid;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destructions" ADD CONSTRAINT "destructions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destructions" ADD CONSTRAINT "destructions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destructions" ADD CONSTRAINT "destructions_destroyed_by_users_id_fk" FOREIGN KEY ("destroyed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donor_questions" ADD CONSTRAINT "donor_questions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donor_questions" ADD CONSTRAINT "donor_questions_gift_id_gifts_id_fk" FOREIGN KEY ("gift_id") REFERENCES "public"."gifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donor_questions" ADD CONSTRAINT "donor_questions_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_files" ADD CONSTRAINT "publication_files_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_prepared_by_users_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_groups" ADD CONSTRAINT "hand_over_groups_hand_over_id_hand_overs_id_fk" FOREIGN KEY ("hand_over_id") REFERENCES "public"."hand_overs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_rows" ADD CONSTRAINT "register_rows_register_id_registers_id_fk" FOREIGN KEY ("register_id") REFERENCES "public"."registers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_shares" ADD CONSTRAINT "register_shares_register_id_registers_id_fk" FOREIGN KEY ("register_id") REFERENCES "public"."registers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registers" ADD CONSTRAINT "registers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registers" ADD CONSTRAINT "registers_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registers" ADD CONSTRAINT "registers_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registers" ADD CONSTRAINT "registers_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealing_keys" ADD CONSTRAINT "sealing_keys_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealing_keys" ADD CONSTRAINT "sealing_keys_destroyed_by_users_id_fk" FOREIGN KEY ("destroyed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "log_cosignatures" ADD CONSTRAINT "log_cosignatures_size_log_checkpoints_size_fk" FOREIGN KEY ("size") REFERENCES "public"."log_checkpoints"("size") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_lines" ADD CONSTRAINT "need_lines_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_lines" ADD CONSTRAINT "need_lines_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_links" ADD CONSTRAINT "site_links_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_links" ADD CONSTRAINT "site_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_targets" ADD CONSTRAINT "clock_targets_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_reads" ADD CONSTRAINT "notice_reads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_reads" ADD CONSTRAINT "notice_reads_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_taken_by_users_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_lines" ADD CONSTRAINT "receipt_lines_receipt_id_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stranded_reports" ADD CONSTRAINT "stranded_reports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stranded_reports" ADD CONSTRAINT "stranded_reports_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stranded_reports" ADD CONSTRAINT "stranded_reports_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deadlines_open" ON "deadlines" USING btree ("organization_id","due_on") WHERE satisfied_on is null;--> statement-breakpoint
CREATE INDEX "destructions_by_response" ON "destructions" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "questions_by_gift" ON "donor_questions" USING btree ("gift_id");--> statement-breakpoint
CREATE INDEX "questions_open" ON "donor_questions" USING btree ("organization_id") WHERE answer is null;--> statement-breakpoint
CREATE INDEX "registers_by_site" ON "registers" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "registers_by_delivery" ON "registers" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "log_salts_by_subject" ON "log_salts" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "needs_by_site" ON "needs" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "needs_by_status" ON "needs" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "site_links_by_site" ON "site_links" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "notices_latest" ON "notices" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_unsent" ON "notices" USING btree ("organization_id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "photos_by_subject" ON "photos" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "stranded_open" ON "stranded_reports" USING btree ("organization_id") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "stranded_by_delivery" ON "stranded_reports" USING btree ("delivery_id");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_register_id_registers_id_fk" FOREIGN KEY ("register_id") REFERENCES "public"."registers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_by_transfer" ON "cases" USING btree ("transfer_id");--> statement-breakpoint
CREATE INDEX "deliveries_by_need" ON "deliveries" USING btree ("need_id");--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_over_register_once" UNIQUE("register_id");--> statement-breakpoint
ALTER TABLE "box_events" ADD CONSTRAINT "box_event_kind_known" CHECK ("box_events"."kind" in ('box.receive', 'box.classify', 'box.pack', 'box.move', 'box.nest', 'box.pick', 'box.load', 'box.depart', 'box.leave-behind', 'box.hand-on', 'box.arrive', 'box.empty', 'box.undo', 'label.replace'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "case_of_one_journey" CHECK (num_nonnulls("cases"."delivery_id", "cases"."transfer_id") = 1);--> statement-breakpoint
ALTER TABLE "delivery_lines" ADD CONSTRAINT "delivery_line_partly_within" CHECK ("delivery_lines"."partly" between 0 and "delivery_lines"."quantity");