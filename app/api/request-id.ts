import type { Request } from "express";
import { id } from "#app/domain/fields.ts";
import { ApiError } from "./api-error.ts";

/**
 * The client's id of a request, a UUID: the header `Idempotency-Key`, with or without quotes, else `requestId` in the
 * body. Throws `request_id_missing`.
 */
export function requestIdOf(request: Request): string {
  const header = request.get("Idempotency-Key");
  const given = header === undefined ? inBody(request.body) : header.trim().replace(/^"(.*)"$/, "$1");
  const read = id.safeParse(given);
  if (!read.success) throw new ApiError("request_id_missing");
  // As PostgreSQL will read it back, so that upper case is the same request.
  return read.data.toLowerCase();
}

const inBody = (body: unknown): unknown =>
  typeof body === "object" && body !== null && "requestId" in body ? body.requestId : undefined;
