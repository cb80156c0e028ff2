import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer, isRouteErrorResponse } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceProvider } from "#app/components/layout/nonce.tsx";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { I18nProvider } from "#app/i18n/provider.tsx";
import { localeOf } from "#app/session/locale.server.ts";
import { withoutZeroBytes } from "#app/web/without-zero-bytes.ts";

/** How long deferred data of a page may take, in milliseconds. */
export const streamTimeout = 5_000;

/** Streams a page's HTML: the shell as soon as it is ready, or all of it at once to a crawler. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const ready = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  const locale = localeOf(request);
  headers.set("Content-Type", "text/html; charset=utf-8");
  keepFromCaches(headers);
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider nonce={context.cspNonce}>
        <I18nProvider locale={locale} messages={messagesFor(locale)}>
          <RemixServer
            context={remixContext}
            url={request.url}
            abortDelay={streamTimeout}
            nonce={context.cspNonce}
          />
        </I18nProvider>
      </NonceProvider>,
      {
        nonce: context.cspNonce,
        [ready]() {
          const body = withoutZeroBytes();
          const stream = createReadableStreamFromReadable(body);
          resolve(new Response(stream, { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true;
          context.log.error({ err: error }, "page failed to render");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** The data of a page whose frame the browser has already. */
export function handleDataRequest(response: Response): Response {
  keepFromCaches(response.headers);
  return response;
}

/** Who sees what depends on the session and the language: no cache between may keep it, unless a page says so. */
function keepFromCaches(headers: Headers): void {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
}

/** A loader or action threw: logged with the request's id. An aborted request or a wrong address is not our error. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return;
  if (isRouteErrorResponse(error) && error.status < 500) return;
  context.log.error({ err: error }, "loader or action failed");
}
