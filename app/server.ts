import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createPageHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import { client } from "#db";
import { apiRouter } from "#app/api/router.server.ts";
import { startDatabase } from "#app/database.server.ts";
import { findLogRefusal } from "#app/domain/log/get-state.server.ts";
import { logOf } from "#app/domain/log/identity.server.ts";
import { stateOfPublicSummary } from "#app/domain/reports/public-summary.server.ts";
import { startJobs } from "#app/jobs/start.ts";
import { timetable } from "#app/jobs/timetable.ts";
import { settings as readSettings, type Settings } from "#app/settings.server.ts";
import { limitBodies } from "#app/web/body-limit.ts";
import { closeServer } from "#app/web/close-server.ts";
import { forgetForwardedHeaders, refuseCrossSite } from "#app/web/cross-site.ts";
import { guardPages } from "#app/web/guard-pages.ts";
import { health } from "#app/web/health.server.ts";
import { lastResort } from "#app/web/last-resort.ts";
import { loadContext } from "#app/web/load-context.ts";
import { createLog } from "#app/web/log.server.ts";
import { publicFront, WIDGET_PATH } from "#app/web/public-front.server.ts";
import { publicLog } from "#app/web/public-log.server.ts";
import { publicPages } from "#app/web/public-pages.ts";
import { PublishedFiles, publishedFiles } from "#app/web/published-files.server.ts";
import { findPublished } from "#app/web/published-reports.server.ts";
import { requestLog } from "#app/web/request-log.server.ts";
import { allowFraming, securityHeaders, type SecurityOptions } from "#app/web/security-headers.ts";
import { staticFiles } from "#app/web/static-files.ts";
import { type Render, type StoredPage, StoredPages } from "#app/web/stored-pages.server.ts";

export type AppOptions = {
  /** Remix's build of the pages; a function when Vite builds them anew for each request. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  settings: Settings;
  log: Logger;
  /** Serves the browser's files instead of build/client: Vite, in development. */
  browserFiles?: RequestHandler;
  /** Published files that are kept in memory. */
  published?: PublishedFiles;
  /** Pages that are kept ready to be sent; those of the site unless told otherwise. */
  stored?: readonly StoredPage[];
};

const REQUESTS_LIMIT_MS = 10_000;
/** For whoever sends drop by drop: 10 MB on a bad line pass, a connection kept open for nothing does not. */
const PATIENCE = { headersTimeout: 20_000, requestTimeout: 180_000 };

/** The whole site as one Express application: health, browser files, the JSON API, and the pages. */
export function createApp({ build, settings, log, browserFiles, published }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxy);
  if (settings.trustProxy === false) app.use(forgetForwardedHeaders);
  app.use(requestLog(log, { trustId: settings.trustProxy !== false }));
  app.use(securityHeaders(securityOf(settings)));
  app.use(WIDGET_PATH, allowFraming(securityOf(settings)));
  app.use(
    health(
      () => client,
      () => findLogRefusal(logOf(settings)),
    ),
  );
  app.use(refuseCrossSite(settings.publicUrl));
  app.use(compression());
  app.use(browserFiles ?? staticFiles("build/client"));
  app.use("/log", publicLog(logOf(settings)));
  app.use("/p", publishedFiles(published ?? new PublishedFiles(), findPublished));
  app.use("/api", apiRouter());
  app.use(limitBodies);
  const pages = typeof build === "function" ? async () => guardPages(await build()) : guardPages(build);
  app.all("*", createRequestHandler({ build: pages, getLoadContext: loadContext, mode: settings.nodeEnv }));
  app.use(lastResort);
  return app;
}

const securityOf = ({ publicUrl, nodeEnv }: Settings): SecurityOptions => ({
  https: publicUrl.startsWith("https:"),
  development: nodeEnv === "development",
});

/** The pages as a visitor without a session has them; undefined in development, where they change under our hands. */
function renderOf({ build, settings, log }: AppOptions): Render | undefined {
  if (typeof build === "function") return undefined;
  const handle = createPageHandler(guardPages(build), settings.nodeEnv);
  const context = { cspNonce: "", clientAddress: "", requestId: "stored", log };
  return (path, headers) => handle(new Request(settings.publicUrl + path, { headers }), context);
}

/** Starts database, server and jobs; `stop` lets requests in flight finish first. Throws when either cannot start. */
export async function startServer(options: Pick<AppOptions, "build" | "browserFiles"> & Partial<AppOptions>) {
  const settings = options.settings ?? readSettings();
  const log = options.log ?? createLog(settings.logLevel);
  const database = await startDatabase(log, settings);
  const front = { pages: new StoredPages(options.stored ?? publicPages), files: new PublishedFiles() };
  const app = createApp({ ...options, settings, log, published: front.files });
  const server = createServer(PATIENCE, publicFront(front, securityOf(settings), app));
  try {
    await listen(server, settings);
  } catch (error) {
    await database.close();
    throw error;
  }
  const render = renderOf({ ...options, settings, log });
  const storePages = async () => render && front.pages.refresh(await stateOfPublicSummary(), render);
  const jobs = startJobs(log, [...timetable, { name: "store-pages", everySeconds: 1, run: storePages }]);
  log.info(`Jieli is at ${settings.publicUrl} (listening on ${settings.host}:${settings.port})`);
  const stop = async () => {
    await closeServer(server, REQUESTS_LIMIT_MS);
    // A job that waits for a database that is gone ends when the pool is closed.
    await Promise.race([jobs.stop(), sleep(REQUESTS_LIMIT_MS, undefined, { ref: false })]);
    await database.close();
  };
  return { log, stop };
}

async function listen(server: Server, { host, port }: Settings) {
  server.listen(port, host);
  await once(server, "listening");
  // Longer than a load balancer keeps its side, so that it never sends into a connection we are closing.
  server.keepAliveTimeout = 65_000;
}

/** Runs the server until SIGTERM or SIGINT; a second signal ends it at once. */
export async function serve(options: Parameters<typeof startServer>[0]): Promise<void> {
  const { log, stop } = await startServer(options);
  // A forgotten rejection (a database gone mid-request) must not take every visitor down with it.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
  const signal = await new Promise<string>((resolve) => {
    for (const name of ["SIGTERM", "SIGINT"]) process.once(name, resolve);
  });
  for (const name of ["SIGTERM", "SIGINT"]) process.once(name, () => process.exit(1));
  log.info(`${signal}: finishing requests in flight`);
  await stop();
  log.info("stopped");
}
