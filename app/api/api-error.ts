import type { Messages } from "#app/i18n/messages.ts";

/** What the API refuses before a verb is asked: keys of the dictionary `api`, and their HTTP status. */
const statusOf = {
  malformed_json: 400,
  request_id_missing: 400,
  no_such_path: 404,
  too_large: 413,
  unsupported_media_type: 415,
} as const satisfies Record<keyof Messages["api"], number>;

export class ApiError extends Error {
  override name = "ApiError";

  constructor(readonly code: keyof typeof statusOf) {
    super(code);
  }

  get status(): number {
    return statusOf[this.code];
  }
}

/** A body parser's error as ours; null when it is something else. */
export function bodyError(error: unknown): ApiError | null {
  if (!(error instanceof Error && "type" in error && "status" in error)) return null;
  if (error.status === 413) return new ApiError("too_large");
  if (error.status === 415) return new ApiError("unsupported_media_type");
  return error.status === 400 ? new ApiError("malformed_json") : null;
}
