import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

declare module "express-serve-static-core" {
  interface Locals {
    cspNonce: string;
  }
}

/**
 * Security headers for every answer, and a fresh `response.locals.cspNonce`. `https` is whether the site is reached
 * so; `development` lets Vite inject styles and keep its socket.
 */
export function securityHeaders(options: SecurityOptions): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString("base64");
    response.locals.cspNonce = nonce;
    response.set(securityHeadersFor(options, nonce));
    next();
  };
}

export interface SecurityOptions {
  https: boolean;
  development: boolean;
}

/** Without a nonce: for stored pages, which carry no script of their own. */
export function securityHeadersFor(options: SecurityOptions, nonce?: string): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(nonce ? ` 'nonce-${nonce}'` : "", options),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    ...(options.https && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}

/** Of a page that other sites may show in a frame: nothing in it can be sent or clicked through to a session. */
export function framableHeaders(options: SecurityOptions): Record<string, string | null> {
  const { "Content-Security-Policy": policy = "" } = securityHeadersFor(options);
  return {
    "Content-Security-Policy": policy
      .replace("frame-ancestors 'none'", "frame-ancestors *")
      .replace("form-action 'self'", "form-action 'none'"),
    "Cross-Origin-Opener-Policy": null,
    "X-Frame-Options": null,
  };
}

/** Gives the answers below where it is mounted the headers of a page that may be shown in a frame. */
export function allowFraming(options: SecurityOptions): RequestHandler {
  const headers = framableHeaders(options);
  return (_request, response, next) => {
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) response.removeHeader(name);
      else response.setHeader(name, value);
    }
    next();
  };
}

function contentSecurityPolicy(nonce: string, options: SecurityOptions): string {
  const rules = [
    "default-src 'self'",
    `script-src 'self'${nonce} 'wasm-unsafe-eval'`,
    // React writes style attributes (a bar's width) into its HTML; style elements still need the nonce.
    options.development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self'${nonce}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (options.development) rules.push("connect-src 'self' ws:");
  if (options.https) rules.push("upgrade-insecure-requests");
  return rules.join("; ");
}
