import { DrizzleQueryError } from "drizzle-orm/errors";

/**
 * An error without the values it was made with: Drizzle writes a query's parameters into its message, PostgreSQL
 * the row into its details, and either may hold a person's name, number or PIN.
 */
export function loggableError(error: unknown): Record<string, unknown> {
  if (error instanceof DrizzleQueryError) return { query: error.query, ...loggableError(error.cause) };
  if (!(error instanceof Error)) return { type: typeof error };
  const { name: type, message, stack } = error;
  const code = "code" in error ? error.code : undefined;
  const constraint = "constraint_name" in error ? error.constraint_name : undefined;
  const cause = error.cause === undefined ? undefined : loggableError(error.cause);
  return { type, message, code, constraint, at: stackOnly(stack), cause };
}

/** The stack without its first lines, which repeat the message. */
function stackOnly(stack = ""): string[] {
  return stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "));
}
