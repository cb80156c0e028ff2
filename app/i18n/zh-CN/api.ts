/** What the API answers before a verb is asked. */
export const api = {
  malformed_json: "请求的内容不是正确的 JSON。",
  unsupported_media_type: "请用 Content-Type: application/json 发送 JSON。",
  request_id_missing:
    "缺少请求编号。请在 Idempotency-Key 里写一个 UUID，或在内容里写 requestId；重发同一个请求时用同一个编号。",
  too_large: "请求的内容太大了。",
  no_such_path: "接口里没有这个地址。请看 /api/v1/openapi.json。",
};
