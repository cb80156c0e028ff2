import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { type RunStatus, runStatuses, type StopKind, stopKinds } from "../vocabulary.ts";
import { createdAt, id, moment, oneOf } from "./columns.server.ts";
import { deliveries } from "./deliveries.server.ts";
import { organizations, responses, users } from "./people.server.ts";
import { townships, warehouses } from "./places.server.ts";

const organizationId = () =>
  uuid("organization_id")
    .notNull()
    .references(() => organizations.id);

export const vehicles = pgTable(
  "vehicles",
  {
    id: id(),
    organizationId: organizationId(),
    /** 车牌: 沪A·12345. */
    plate: text("plate").notNull(),
    capacityBoxes: integer("capacity_boxes"),
    capacityKilograms: integer("capacity_kilograms"),
    /** Tenths of a cubic metre. */
    capacityTenthsM3: integer("capacity_tenths_m3"),
    retiredAt: moment("retired_at"),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      "vehicle_capacity_positive",
      sql`${table.capacityBoxes} > 0 and ${table.capacityKilograms} > 0 and ${table.capacityTenthsM3} > 0`,
    ),
    unique("vehicle_once").on(table.organizationId, table.plate),
  ],
);

/** Drivers and volunteers on a run; the name and telephone number are never public. */
export const drivers = pgTable(
  "drivers",
  {
    id: id(),
    organizationId: organizationId(),
    name: text("name").notNull(),
    phone: text("phone"),
    /** 核酸、健康证明: the last day it holds. */
    healthPaperUntil: date("health_paper_until"),
    retiredAt: moment("retired_at"),
    createdAt: createdAt(),
  },
  (table) => [unique("driver_once").on(table.organizationId, table.name)],
);

/** 通行证: which vehicle may be where, from when to when. */
export const passes = pgTable(
  "passes",
  {
    id: id(),
    organizationId: organizationId(),
    vehicleId: uuid("vehicle_id")
      .notNull()
      .references(() => vehicles.id),
    number: text("number").notNull(),
    issuer: text("issuer"),
    /** The whole city, or the townships in `pass_townships`. */
    everywhere: boolean("everywhere").notNull(),
    validFrom: moment("valid_from").notNull(),
    validTo: moment("valid_to").notNull(),
    revokedAt: moment("revoked_at"),
    createdAt: createdAt(),
  },
  (table) => [
    check("pass_window", sql`${table.validTo} > ${table.validFrom}`),
    unique("pass_once").on(table.organizationId, table.number),
    index("passes_by_vehicle").on(table.vehicleId),
  ],
);

export const passTownships = pgTable(
  "pass_townships",
  {
    passId: uuid("pass_id")
      .notNull()
      .references(() => passes.id),
    townshipCode: char("township_code", { length: 9 })
      .notNull()
      .references(() => townships.code),
  },
  (table) => [primaryKey({ columns: [table.passId, table.townshipCode] })],
);

/** One vehicle's way through several stops. */
export const runs = pgTable(
  "runs",
  {
    id: id(),
    number: text("number").notNull(),
    organizationId: organizationId(),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    warehouseId: uuid("warehouse_id")
      .notNull()
      .references(() => warehouses.id),
    status: text("status").$type<RunStatus>().notNull(),
    vehicleId: uuid("vehicle_id")
      .notNull()
      .references(() => vehicles.id),
    driverId: uuid("driver_id")
      .notNull()
      .references(() => drivers.id),
    leavesAt: moment("leaves_at").notNull(),
    leftAt: moment("left_at"),
    doneAt: moment("done_at"),
    cancelledReason: text("cancelled_reason"),
    note: text("note"),
    createdBy: uuid("created_by").references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("run_status_known", table.status, runStatuses),
    unique("run_number_once").on(table.organizationId, table.number),
    index("runs_by_status").on(table.organizationId, table.status),
  ],
);

/** Where a run stops, in order: at a delivery's door, or at a point where another vehicle takes over. */
export const runStops = pgTable(
  "run_stops",
  {
    runId: uuid("run_id")
      .notNull()
      .references(() => runs.id),
    n: integer("n").notNull(),
    kind: text("kind").$type<StopKind>().notNull(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    /** Of a hand-over point: its township and where exactly. */
    townshipCode: char("township_code", { length: 9 }).references(() => townships.code),
    place: text("place"),
    arrivesAt: moment("arrives_at").notNull(),
    arrivedAt: moment("arrived_at"),
    arrivedBy: uuid("arrived_by").references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.n] }),
    oneOf("stop_kind_known", table.kind, stopKinds),
    check(
      "stop_point_named",
      sql`(${table.kind} = 'hand_over_point') = (${table.townshipCode} is not null and ${table.place} is not null)`,
    ),
    unique("stop_delivery_once").on(table.runId, table.deliveryId),
    index("stops_by_delivery").on(table.deliveryId),
  ],
);
