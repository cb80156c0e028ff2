import { createCookie, type Cookie } from "@remix-run/node";
import type { ReceiverActor } from "#app/domain/actor.ts";
import { siteOfLink } from "#app/domain/places/find-by-link.server.ts";
import { settings } from "#app/settings.server.ts";

const NINETY_DAYS = 90 * 24 * 60 * 60;

let cookie: Cookie | undefined;

/** Which site's own page this browser has opened: the link's id, signed, so that nobody writes it himself. */
function siteCookie(): Cookie {
  const { publicUrl, sessionSecret } = settings();
  const secure = publicUrl.startsWith("https:");
  cookie ??= createCookie(secure ? "__Host-site" : "site", {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge: NINETY_DAYS,
    secrets: [sessionSecret],
  });
  return cookie;
}

/** The `Set-Cookie` header by which a browser is known to have opened a site's own page. */
export const siteOpenedCookie = (linkId: string): Promise<string> => siteCookie().serialize(linkId);

/** The site whose own page this browser has opened, as long as that link works; null for anybody else. */
export async function siteOf(request: Request): Promise<string | null> {
  const linkId: unknown = await siteCookie().parse(request.headers.get("Cookie"));
  return typeof linkId === "string" ? siteOfLink(linkId) : null;
}

/** Whoever is at a door: an address, and the site whose own page was opened in the same browser. */
export async function receiverOf(request: Request, address: string): Promise<ReceiverActor> {
  const site = await siteOf(request);
  return { kind: "receiver", address, ...(site !== null && { site }) };
}
