import type { ErrorRequestHandler } from "express";

/** What nobody else caught: logged with the request's id, answered without detail. */
export const lastResort: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const status = clientErrorStatus(error);
  if (status === 500) request.log.error({ err: error }, "request failed");
  if (response.headersSent) return next(error);
  const message =
    status === 500 ? "服务器出错了，请稍后再试。\nSomething went wrong." : "请求有误。\nBad request.";
  response
    .status(status)
    .type("text/plain; charset=utf-8")
    .send(`${message}\n${String(request.id)}\n`);
};

/** Express marks what the client got wrong (a malformed URL) with a 4xx status. */
function clientErrorStatus(error: unknown): number {
  const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
