/** All tables, for the one door `#db`; everything else imports that. */
export * from "./boxes.server.ts";
export * from "./cases.server.ts";
export * from "./deliveries.server.ts";
export * from "./gifts.server.ts";
export * from "./intake.server.ts";
export * from "./imports.server.ts";
export * from "./ledger.server.ts";
export * from "./people.server.ts";
export * from "./places.server.ts";
export * from "./rate-limits.server.ts";
export * from "./requests.server.ts";
export * from "./runs.server.ts";
export * from "./warehouse-acts.server.ts";
