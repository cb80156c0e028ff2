import type { ServerBuild } from "@remix-run/node";
import { Meta, Outlet } from "@remix-run/react";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as entry from "#app/entry.server.tsx";
import { refreshPublicSummary } from "#app/domain/reports/refresh-public-summary.server.ts";
import * as homePage from "#app/routes/_index.tsx";
import * as dataFiles from "#app/routes/data.$file.ts";
import * as feed from "#app/routes/feed[.]xml.ts";
import { startServer } from "#app/server.ts";
import { parseSettings } from "#app/settings.server.ts";
import { publicPages } from "#app/web/public-pages.ts";
import { breakableLink } from "#tests/support/breakable-link.ts";
import { testAppUrl } from "#tests/support/database.ts";
import { freePort } from "#tests/support/free-port.ts";
import { testPages } from "#tests/support/pages.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";

function Page() {
  return (
    <html lang="en">
      <head>
        <Meta />
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}

type RouteModule = NonNullable<ServerBuild["routes"][string]>["module"];

/** The real pages that are stored, without the rest of the build. */
const build: ServerBuild = {
  ...testPages,
  routes: {
    ...testPages.routes,
    root: { id: "root", path: "", module: { default: Page } },
    home: { id: "home", parentId: "root", index: true, module: homePage as RouteModule },
    data: { id: "data", path: "data/:file", module: { default: undefined, ...dataFiles } },
    feed: { id: "feed", path: "feed.xml", module: { default: undefined, ...feed } },
  },
  entry: { module: entry },
  assets: {
    ...testPages.assets,
    routes: { root: asset("root", ""), home: { ...asset("home"), parentId: "root", index: true } },
  },
};

/** What the browser would be told of a route, were there any script. */
function asset(id: string, path?: string) {
  const has = {
    hasAction: false,
    hasLoader: true,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
  };
  return { id, path, module: "", ...has };
}

let link: Awaited<ReturnType<typeof breakableLink>>;
let server: Awaited<ReturnType<typeof startServer>>;
let url: string;

beforeAll(async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "1200", value: "3000" });
  await refreshPublicSummary();
  link = await breakableLink(testAppUrl());
  const port = await freePort();
  const settings = parseSettings({
    NODE_ENV: "test",
    PORT: String(port),
    HOST: "127.0.0.1",
    SESSION_SECRET: "x".repeat(32),
    DATABASE_URL: link.url,
  });
  server = await startServer({
    build,
    settings,
    log: pino({ level: "silent" }),
    stored: publicPages.filter(({ path }) => /^\/($|data\/|feed)/.test(path)),
  });
  url = `http://127.0.0.1:${port}`;
  await vi.waitFor(
    async () => expect((await fetch(`${url}/data/stock.json`)).headers.get("ETag")).not.toBeNull(),
    { timeout: 30_000, interval: 100 },
  );
});
afterAll(async () => {
  link.mend();
  await server.stop();
  link.close();
});

test("with the database gone the home, its data and its feed still answer, in both languages", async () => {
  link.cut();
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  const chinese = await fetch(`${url}/`);
  expect(chinese.status).toBe(200);
  expect(await chinese.text()).toContain("医用外科口罩");
  const english = await fetch(`${url}/`, { headers: { "Accept-Language": "en" } });
  expect(await english.text()).toContain("How much came in");
  const data = await (await fetch(`${url}/data/stock.json`)).json();
  expect(data.rows).toMatchObject([
    { item: "医用外科口罩", received: "1200", received_cny: "3000.00", left: "1200" },
  ]);
  expect(await (await fetch(`${url}/feed.xml`)).text()).toContain("<feed");
  link.mend();
});

test("the home needs no script and carries none but data about itself", async () => {
  const html = await (await fetch(`${url}/`)).text();
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts).toEqual(['<script type="application/ld+json">']);
  expect(html).toContain('property="og:image"');
});
