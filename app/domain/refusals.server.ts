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
    ? refusalByConstraint[cause.constraint_name]?.()
    : unreachable(cause?.code)
      ? new DomainError("database_unreachable", { reference: reference() })
      : undefined;
  const named = refusal ?? new DomainError("unexpected", { reference: reference() });
  named.cause = error;
  return named;
}

const refusalByConstraint: Record<string, () => DomainError> = {
  requests_pkey: () => new DomainError("request_reused", {}),
  entry_reversed_once: () => new DomainError("already_reversed", {}),
  balance_never_negative: () => new DomainError("stale", { what: "stock" }),
  delivery_duties_apart: () => new DomainError("duties_apart", {}),
  import_committed_once: () => new DomainError("already_imported", { at: "", fileName: "" }),
  organization_uscc_once: () => new DomainError("already_exists", { what: "uscc" }),
  organizations_name_unique: () => new DomainError("already_exists", { what: "organization" }),
  user_email_once: () => new DomainError("already_exists", { what: "email" }),
  user_phone_once: () => new DomainError("already_exists", { what: "phone" }),
  item_once: () => new DomainError("already_exists", { what: "item" }),
  donor_once: () => new DomainError("already_exists", { what: "donor" }),
  site_once: () => new DomainError("already_exists", { what: "site" }),
  warehouse_once: () => new DomainError("already_exists", { what: "warehouse" }),
  bin_once: () => new DomainError("already_exists", { what: "bin" }),
};

interface DatabaseError {
  code?: string;
  constraint_name?: string;
}

function databaseError(error: unknown): DatabaseError | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string") return at as DatabaseError;
  }
  return undefined;
}

const unreachable = (code: string | undefined): boolean =>
  code !== undefined &&
  /^(08...|57P0[123]|53300|CONNECT|CONNECTION_|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT)/.test(code);

/** A short reference a person can read out on the telephone: E-4F2K. */
const reference = (): string => `E-${randomBytes(3).toString("hex").toUpperCase().slice(0, 5)}`;
