import type { RequestHandler } from "express";

const FORM_BYTES = 2 * 1024 * 1024;

const TOO_LARGE = "内容太大，没有接收。\nThis is too large and was not taken.\n";
const NO_LENGTH = "请求没有写明长度，没有接收。\nThis does not say how long it is and was not taken.\n";

/**
 * Refuses a form before it is read: 413 above 2 MB, 411 when it does not say how long it is. The pages that take
 * workbooks and photos look at the length themselves before they read, and say in their own words what is too large
 * even for them.
 */
export const limitBodies: RequestHandler = (request, response, next) => {
  if (request.headers["transfer-encoding"] !== undefined) {
    response.status(411).type("text/plain; charset=utf-8").send(NO_LENGTH);
    return;
  }
  const bytes = Number(request.headers["content-length"] ?? 0);
  if (bytes <= FORM_BYTES || isUpload(request.path)) return next();
  response.status(413).type("text/plain; charset=utf-8").send(TOO_LARGE);
};

const isUpload = (path: string): boolean =>
  /^\/(desk\/imports|desk\/photos\/new|q\/[^/]+\/photos)(\/|\.data)?$/i.test(path);
