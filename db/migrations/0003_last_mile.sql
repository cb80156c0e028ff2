CREATE TABLE "case_lots" (
	"case_id" uuid NOT NULL,
	"asset_id" bigint NOT NULL,
	"quantity" bigint NOT NULL,
	"value_fen" bigint NOT NULL,
	CONSTRAINT "case_lots_case_id_asset_id_pk" PRIMARY KEY("case_id","asset_id"),
	CONSTRAINT "case_lot_positive" CHECK ("case_lots"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "case_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"text" text NOT NULL,
	"by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"delivery_id" uuid NOT NULL,
	"line_n" integer,
	"item_id" uuid,
	"quantity" bigint,
	"reason" text,
	"remark" text,
	"report" jsonb,
	"owner_id" uuid,
	"due_on" date NOT NULL,
	"decision" text,
	"decision_note" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"entry_id" uuid,
	"replacement_id" uuid,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cases_entry_id_unique" UNIQUE("entry_id"),
	CONSTRAINT "case_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "case_kind_known" CHECK ("cases"."kind" in ('short', 'damaged', 'extra', 'second_report')),
	CONSTRAINT "case_reason_known" CHECK ("cases"."reason" in ('short_packed', 'lost_on_the_way', 'damaged_packaging', 'damaged_goods', 'wrong_item', 'expired', 'more_came', 'other')),
	CONSTRAINT "case_decision_known" CHECK ("cases"."decision" in ('found', 'written_off', 'replaced', 'no_difference')),
	CONSTRAINT "case_closed_after_decision" CHECK ("cases"."closed_at" is null or "cases"."decision" is not null),
	CONSTRAINT "case_decided_with_note" CHECK (("cases"."decision" is null) = ("cases"."decided_at" is null) and ("cases"."decision" is null) = ("cases"."decision_note" is null))
);
--> statement-breakpoint
CREATE TABLE "drivers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"health_paper_until" date,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "driver_once" UNIQUE("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "pass_townships" (
	"pass_id" uuid NOT NULL,
	"township_code" char(9) NOT NULL,
	CONSTRAINT "pass_townships_pass_id_township_code_pk" PRIMARY KEY("pass_id","township_code")
);
--> statement-breakpoint
CREATE TABLE "passes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"vehicle_id" uuid NOT NULL,
	"number" text NOT NULL,
	"issuer" text,
	"everywhere" boolean NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pass_once" UNIQUE("organization_id","number"),
	CONSTRAINT "pass_window" CHECK ("passes"."valid_to" > "passes"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "run_stops" (
	"run_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"kind" text NOT NULL,
	"delivery_id" uuid NOT NULL,
	"township_code" char(9),
	"place" text,
	"arrives_at" timestamp with time zone NOT NULL,
	"arrived_at" timestamp with time zone,
	"arrived_by" uuid,
	CONSTRAINT "run_stops_run_id_n_pk" PRIMARY KEY("run_id","n"),
	CONSTRAINT "stop_delivery_once" UNIQUE("run_id","delivery_id"),
	CONSTRAINT "stop_kind_known" CHECK ("run_stops"."kind" in ('door', 'hand_over_point')),
	CONSTRAINT "stop_point_named" CHECK (("run_stops"."kind" = 'hand_over_point') = ("run_stops"."township_code" is not null and "run_stops"."place" is not null))
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"status" text NOT NULL,
	"vehicle_id" uuid NOT NULL,
	"driver_id" uuid NOT NULL,
	"leaves_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"cancelled_reason" text,
	"note" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "run_number_once" UNIQUE("organization_id","number"),
	CONSTRAINT "run_status_known" CHECK ("runs"."status" in ('planned', 'on_road', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "vehicles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"plate" text NOT NULL,
	"capacity_boxes" integer,
	"capacity_kilograms" integer,
	"capacity_tenths_m3" integer,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vehicle_once" UNIQUE("organization_id","plate"),
	CONSTRAINT "vehicle_capacity_positive" CHECK ("vehicles"."capacity_boxes" > 0 and "vehicles"."capacity_kilograms" > 0 and "vehicles"."capacity_tenths_m3" > 0)
);
--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT "entry_kind_known";--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "receives_from" time;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "receives_to" time;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "unloading" text;--> statement-breakpoint
ALTER TABLE "case_lots" ADD CONSTRAINT "case_lots_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_lots" ADD CONSTRAINT "case_lots_asset_id_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_replacement_id_deliveries_id_fk" FOREIGN KEY ("replacement_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drivers" ADD CONSTRAINT "drivers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pass_townships" ADD CONSTRAINT "pass_townships_pass_id_passes_id_fk" FOREIGN KEY ("pass_id") REFERENCES "public"."passes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pass_townships" ADD CONSTRAINT "pass_townships_township_code_townships_code_fk" FOREIGN KEY ("township_code") REFERENCES "public"."townships"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passes" ADD CONSTRAINT "passes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passes" ADD CONSTRAINT "passes_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_stops" ADD CONSTRAINT "run_stops_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_stops" ADD CONSTRAINT "run_stops_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_stops" ADD CONSTRAINT "run_stops_township_code_townships_code_fk" FOREIGN KEY ("township_code") REFERENCES "public"."townships"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_stops" ADD CONSTRAINT "run_stops_arrived_by_users_id_fk" FOREIGN KEY ("arrived_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_driver_id_drivers_id_fk" FOREIGN KEY ("driver_id") REFERENCES "public"."drivers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicles" ADD CONSTRAINT "vehicles_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_notes_by_case" ON "case_notes" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cases_by_delivery" ON "cases" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("organization_id","due_on") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "passes_by_vehicle" ON "passes" USING btree ("vehicle_id");--> statement-breakpoint
CREATE INDEX "stops_by_delivery" ON "run_stops" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "runs_by_status" ON "runs" USING btree ("organization_id","status");--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entry_kind_known" CHECK ("entries"."kind" in ('gift.receive-money', 'gift.receive-goods', 'stock.put-away', 'stock.move', 'stock.write-off', 'stocktake.approve', 'kit.assemble', 'kit.take-apart', 'transfer.send', 'transfer.receive', 'transfer.cancel', 'return.receive', 'case.decide', 'payment.record', 'delivery.create', 'delivery.cancel', 'delivery.dispatch', 'delivery.confirm', 'delivery.hand-over', 'entry.reverse'));