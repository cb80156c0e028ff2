import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns.server.ts";

/** How often something was tried of late. Its shape is rate-limiter-flexible's. */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  points: integer("points").notNull(),
  expire: moment("expire"),
});
