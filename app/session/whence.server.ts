import type { AppLoadContext } from "@remix-run/node";
import type { Whence } from "#app/domain/people/session.server.ts";

/** Where a request comes from, for the list of sessions. */
export function whence(request: Request, { clientAddress }: Pick<AppLoadContext, "clientAddress">): Whence {
  return { address: clientAddress, device: request.headers.get("User-Agent") };
}
