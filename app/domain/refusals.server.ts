import { randomBytes } from "node:crypto";
import { DomainError } from "./errors.ts";

/**
 * A database error as the refusal it stands for. A constraint's name is its error, so each rule is stated once, in SQL.
 * What is none of ours becomes `unexpected` with a reference, and keeps the original as its cause for the log.
 */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const cause = databaseError(error);
  const refusal = cause?.constraint_name
    ? refusalByConstraint[cause.constraint_name]?.(cause)
    : refusalByCode(cause?.code);
  const named = refusal ?? new DomainError("unexpected", { reference: reference() });
  named.cause = error;
  return named;
}

const refusalByConstraint: Record<string, (cause: DatabaseError) => DomainError> = {
  requests_pkey: () => new DomainError("request_reused", {}),
  entry_reversed_once: () => new DomainError("already_reversed", {}),
  balance_never_negative: () => new DomainError("stale", { what: "stock" }),
  balance_value_never_negative: () => new DomainError("stale", { what: "stock" }),
  balance_value_needs_amount: () => new DomainError("stale", { what: "stock" }),
  boxes_within_stock: ({ detail }) => new DomainError("boxes_hold_it", JSON.parse(detail ?? "{}")),
  case_closed_after_decision: () => new DomainError("case_undecided", {}),
  consignment_duties_apart: () => new DomainError("duties_apart", {}),
  delivery_duties_apart: () => new DomainError("duties_apart", {}),
  write_off_duties_apart: () => new DomainError("duties_apart", {}),
  import_committed_once: () => new DomainError("already_imported", { at: "", fileName: "" }),
  organization_uscc_once: () => new DomainError("already_exists", { what: "uscc" }),
  organizations_name_unique: () => new DomainError("already_exists", { what: "organization" }),
  user_email_once: () => new DomainError("already_exists", { what: "email" }),
  user_phone_once: () => new DomainError("already_exists", { what: "phone" }),
  item_once: () => new DomainError("already_exists", { what: "item" }),
  donor_once: () => new DomainError("already_exists", { what: "donor" }),
  site_once: () => new DomainError("already_exists", { what: "site" }),
  warehouse_once: () => new DomainError("already_exists", { what: "warehouse" }),
  vehicle_once: () => new DomainError("already_exists", { what: "vehicle" }),
  driver_once: () => new DomainError("already_exists", { what: "driver" }),
  pass_once: () => new DomainError("already_exists", { what: "pass" }),
  bin_once: () => new DomainError("already_exists", { what: "bin" }),
};

/** What PostgreSQL refuses without a constraint of ours: by its SQLSTATE, or the driver's own code. */
function refusalByCode(code: string | undefined): DomainError | undefined {
  if (code === undefined) return undefined;
  if (unreachable(code)) return new DomainError("database_unreachable", { reference: reference() });
  return refusalBySqlState[code]?.();
}

const refusalBySqlState: Record<string, () => DomainError> = {
  // A character no text can hold: NUL, or half of a surrogate pair.
  "22021": () => new DomainError("unstorable_text", {}),
  "22P05": () => new DomainError("unstorable_text", {}),
  // Schemas check every id in a body, so this one came from an address.
  "22P02": () => new DomainError("not_found", { what: "" }),
  "22003": () => new DomainError("number_too_large", {}),
  // Whoever waited for each other, or for too long: nothing was written, and it may be sent again.
  "40001": () => new DomainError("stale", { what: "" }),
  "40P01": () => new DomainError("stale", { what: "" }),
  "55P03": () => new DomainError("stale", { what: "" }),
};

interface DatabaseError {
  code?: string;
  constraint_name?: string;
  /** Of our own constraints: the particulars of the refusal, as JSON. */
  detail?: string;
}

function databaseError(error: unknown): DatabaseError | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at as DatabaseError;
  }
  return undefined;
}

const unreachable = (code: string): boolean =>
  /^(08...|57P0[123]|53300|CONNECT|CONNECTION_|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/.test(code);

/** A short reference a person can read out on the telephone: E-4F2K. */
const reference = (): string => `E-${randomBytes(3).toString("hex").toUpperCase().slice(0, 5)}`;
