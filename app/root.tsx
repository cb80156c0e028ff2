import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useNonce } from "#app/components/layout/nonce.tsx";
import { ErrorPage } from "#app/components/layout/error-page.tsx";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { useLocale } from "#app/i18n/provider.tsx";
import { doorScript } from "#app/offline/scripts.ts";
import { localeOf } from "#app/session/locale.server.ts";
import doorStylesheet from "./components/receipt/door.css?url";
import stylesheet from "./tailwind.css?url";

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

/** `requestId` is the reference that an error page shows: the same as in the server's log. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const locale = localeOf(request);
  const { product, tagline } = messagesFor(locale).common;
  return { locale, requestId: context.requestId, title: `${product} · ${tagline}` };
}

/** For pages without a title of their own, and for error pages. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? "接力 Jieli" }];

/**
 * What a route's `handle` says of its page. `plain`: sent without React, links and forms only, for old phones on a bad
 * line. `door`: with the small stylesheet and script of the door page instead.
 */
function useHandle(word: "plain" | "door"): boolean {
  return useMatches().some(({ handle }) => typeof handle === "object" && handle !== null && word in handle);
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const plain = useHandle("plain");
  const door = useHandle("door");
  return (
    <html lang={useLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#123a6b" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <link rel="stylesheet" href={door ? doorStylesheet : stylesheet} />
        <Links />
        {door && <script type="module" src={doorScript} />}
      </head>
      <body>
        {children}
        {!plain && <ScrollRestoration nonce={nonce} />}
        {!plain && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  return <ErrorPage error={error} reference={root?.requestId} />;
}
