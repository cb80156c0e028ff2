/**
 * The menu entry for the page at `pathname`: the longest one that is the page or a folder above it, so that
 * /gifts/42 marks /gifts but never "/" or "/desk", which stand above
 * everything.
 */
export function currentEntry(pathname: string, hrefs: string[]): string | undefined {
  return hrefs
    .filter(
      (href) => pathname === href || (href !== "/" && href !== "/desk" && pathname.startsWith(`${href}/`)),
    )
    .sort((a, b) => b.length - a.length)[0];
}
