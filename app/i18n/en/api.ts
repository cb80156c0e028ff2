import type { Messages } from "../messages.ts";

export const api = {
  malformed_json: "The body is not well-formed JSON.",
  unsupported_media_type: "Send JSON, with Content-Type: application/json.",
  request_id_missing:
    "The request has no id. Put a UUID into Idempotency-Key, or into the body as requestId; a request that is sent again keeps its id.",
  too_large: "The body is too large.",
  no_such_path: "The API has no such address. See /api/v1/openapi.json.",
} satisfies Messages["api"];
