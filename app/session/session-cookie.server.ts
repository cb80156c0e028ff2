import { createCookie, type Cookie } from "@remix-run/node";
import { settings } from "#app/settings.server.ts";

// The table of sessions decides how long a session lives; the cookie only carries its secret, as long as browsers allow.
const LONGEST_SECONDS = 400 * 24 * 60 * 60;

let cookie: Cookie | undefined;

/** The cookie with the session's secret. Behind HTTPS its name binds it to this host (`__Host-`). */
function sessionCookie(): Cookie {
  const secure = settings().publicUrl.startsWith("https:");
  cookie ??= createCookie(secure ? "__Host-session" : "session", {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge: LONGEST_SECONDS,
  });
  return cookie;
}

/** The session's secret as the browser sent it, or null. */
export async function sessionSecretOf(request: Request): Promise<string | null> {
  const secret: unknown = await sessionCookie().parse(request.headers.get("Cookie"));
  return typeof secret === "string" && secret !== "" ? secret : null;
}

/** The `Set-Cookie` header that signs a browser in. */
export const signedInCookie = (secret: string): Promise<string> => sessionCookie().serialize(secret);

/** The `Set-Cookie` header that signs a browser out. */
export const signedOutCookie = (): Promise<string> => sessionCookie().serialize("", { maxAge: 0 });

/**
 * Does a `Cookie` header carry a session, good or not? Enough to choose which way a public page points (to sign in, or
 * to the desk), and asks no database; never enough to show anything.
 */
export const carriesSession = (header: string | null | undefined): boolean =>
  /(^|;\s*)(__Host-)?session=[^;]/.test(header ?? "");
