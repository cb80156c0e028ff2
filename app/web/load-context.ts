import "@remix-run/node";
import type { Request, Response } from "express";
import type { Logger } from "pino";

/** What the server hands every loader and action as `context`. */
export type RequestContext = {
  /** For `<script nonce>`; components read it with `useNonce` (app/components/layout/nonce.tsx). */
  cspNonce: string;
  /** The visitor's address, behind as many proxies as TRUST_PROXY says. */
  clientAddress: string;
  /** Also in the `X-Request-Id` header of the answer, and in every line of `log`. */
  requestId: string;
  log: Logger;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}

export function loadContext(request: Request, response: Response): RequestContext {
  return {
    cspNonce: response.locals.cspNonce,
    clientAddress: request.ip ?? "",
    requestId: String(request.id),
    log: request.log,
  };
}
