import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { matchRoutes } from "react-router-dom";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";
import type { Locale } from "#db/vocabulary";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { I18nProvider } from "#app/i18n/provider.tsx";

/** The HTML of a component as a reader without script gets it, at an address, in a language. */
export function render(element: ReactElement, at: { address?: string; locale?: Locale } = {}): string {
  const { address = "/", locale = "zh-CN" } = at;
  const url = new URL(address, "http://localhost");
  const location = { pathname: url.pathname, search: url.search, hash: "", state: null, key: "default" };
  const { dataRoutes } = createStaticHandler([{ path: "*", element }]);
  const context = {
    basename: "/",
    location,
    matches: matchRoutes(dataRoutes, location) ?? [],
    loaderData: {},
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  };
  return renderToStaticMarkup(
    <I18nProvider locale={locale} messages={messagesFor(locale)}>
      <StaticRouterProvider
        router={createStaticRouter(dataRoutes, context)}
        context={context}
        hydrate={false}
      />
    </I18nProvider>,
  );
}

/** The text of HTML, tags away, spaces joined. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
