import type { Request, RequestHandler } from "express";

const REFUSAL =
  "请求来自其他网站，已拒绝。请回到本站页面重试。\nThis request came from another site and was refused.\n";

/**
 * Answers 403 to a change that another site sent through a visitor's browser: the browser says so in
 * `Sec-Fetch-Site` and `Origin`. A client that sends neither is no browser and carries nobody's session unasked, and
 * a bearer token without a cookie is never sent unasked.
 */
export function refuseCrossSite(publicUrl: string): RequestHandler {
  const publicOrigin = new URL(publicUrl).origin;
  return (request, response, next) => {
    if (isSafe(request) || isTokenOnly(request)) return next();
    if (!isFromHere(request, publicOrigin)) {
      response.status(403).type("text/plain; charset=utf-8").send(REFUSAL);
      return;
    }
    // Remix compares Origin with the Host a proxy may have rewritten, and answers 500; we have decided already.
    delete request.headers.origin;
    next();
  };
}

function isSafe(request: Request): boolean {
  return ["GET", "HEAD", "OPTIONS"].includes(request.method);
}

function isTokenOnly(request: Request): boolean {
  return /^Bearer /i.test(request.get("Authorization") ?? "") && !request.get("Cookie");
}

function isFromHere(request: Request, publicOrigin: string): boolean {
  const site = request.get("Sec-Fetch-Site");
  if (site && site !== "same-origin" && site !== "none") return false;
  const origin = request.get("Origin");
  if (!origin || origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === ownHost(request);
}

function ownHost(request: Request): string | undefined {
  const forwarded = request.get("X-Forwarded-Host")?.split(",")[0]?.trim();
  return forwarded ?? request.get("Host");
}

/** Without a trusted proxy, what a visitor says about proxies counts for nothing, here and in Remix. */
export const forgetForwardedHeaders: RequestHandler = (request, _response, next) => {
  delete request.headers["x-forwarded-for"];
  delete request.headers["x-forwarded-host"];
  delete request.headers["x-forwarded-proto"];
  next();
};
