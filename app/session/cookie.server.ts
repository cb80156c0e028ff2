const oneYearInSeconds = 365 * 24 * 60 * 60;

/** The value of a plain cookie as the browser sent it, or undefined. */
export const cookieNamed = (request: Request, name: string): string | undefined =>
  cookieIn(request.headers.get("Cookie"), name);

/** The same from a `Cookie` header. */
export function cookieIn(header: string | null | undefined, name: string): string | undefined {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** A `Set-Cookie` header that remembers a reader's preference for a year. It names nobody. */
export function preferenceCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax; HttpOnly`;
}
