/** Which page of a list the address asks for (`?page=2`), from 1. */
export function pageNumber(request: Request): number {
  const text = new URL(request.url).searchParams.get("page") ?? "1";
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
