import type { ZodError, core } from "zod";
import { valueAt, type FormValue } from "./form-data.ts";

/**
 * What a schema refused, as message keys by dotted path ("lines.0.item"); "" is the whole. The schemas' own messages
 * are keys already; what zod says by itself is given the nearest key. The first refusal of a path counts.
 */
export function fieldErrors(error: ZodError, values: FormValue): Record<string, string> {
  const found: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    found[path] ??= keyOf(issue, path === "" ? values : valueAt(values, path));
  }
  return found;
}

const tooBig = new Map([
  ["string", "too_long"],
  ["array", "too_many"],
]);
const badFormat = new Map([
  ["email", "bad_email"],
  ["date", "bad_date"],
  ["datetime", "bad_date"],
  ["uuid", "bad_id"],
]);

function keyOf(issue: core.$ZodIssue, value: FormValue | undefined): string {
  if (/^[a-z][a-z0-9_]*$/.test(issue.message)) return issue.message;
  if (value === undefined) return wantsList(issue) ? "lines_missing" : "required";
  switch (issue.code) {
    case "invalid_type":
      return ["number", "bigint", "int"].includes(issue.expected) ? "not_a_number" : "invalid";
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig.get(issue.origin) ?? "too_large";
    case "invalid_format":
      return badFormat.get(issue.format) ?? "invalid";
    case "invalid_value":
      return "choose";
    case "not_multiple_of":
      return "not_whole";
    default:
      return "invalid";
  }
}

function wantsList(issue: core.$ZodIssue): boolean {
  return issue.code === "invalid_type" && issue.expected === "array";
}

function tooSmall(issue: core.$ZodIssueTooSmall): string {
  if (issue.origin === "string") return Number(issue.minimum) <= 1 ? "required" : "too_short";
  if (issue.origin === "array") return "lines_missing";
  return Number(issue.minimum) <= 1 ? "not_positive" : "too_small";
}
