import type { IncomingMessage, RequestListener } from "node:http";
import { type PublishedFiles, sendFile } from "./published-files.server.ts";
import { framableHeaders, type SecurityOptions, securityHeadersFor } from "./security-headers.ts";
import type { StoredPages } from "./stored-pages.server.ts";

/** The one address that other sites may show in a frame. */
export const WIDGET_PATH = "/widget";

/**
 * The server's first look at a request: what lies ready in memory (stored pages, published files that were asked for
 * before) is sent at once, before Express, the request log and the database; everything else goes on to `rest`.
 */
export function publicFront(
  { pages, files }: { pages: StoredPages; files: PublishedFiles },
  security: SecurityOptions,
  rest: RequestListener,
): RequestListener {
  const headers = securityHeadersFor(security);
  const framable = Object.fromEntries(
    Object.entries({ ...headers, ...framableHeaders(security) }).filter(([, value]) => value !== null),
  ) as Record<string, string>;
  return (request, response) => {
    const path = pathOf(request);
    const file = path === undefined ? undefined : (pages.get(path, request) ?? files.get(path));
    if (!file) return rest(request, response);
    sendFile(request, response, file, path === WIDGET_PATH ? framable : headers);
  };
}

/** Of a GET or HEAD without a body: stored pages know no query, so it makes no difference. */
function pathOf({ method, url = "" }: IncomingMessage): string | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
}
