import { createServer, type ViteDevServer } from "vite";
import type { startServer } from "#app/server.ts";
import { settings } from "#app/settings.server.ts";
import { reportAndExit } from "#app/web/report-and-exit.ts";
import type { pages } from "#app/web/pages.ts";

/** What Vite reloads by itself, request by request; after any other change of ours the server starts anew. */
const RELOADED_BY_VITE = /\/app\/(routes|components|i18n|offline)\/|\/app\/(root|entry\.\w+)\.tsx$|\.css$/;
const OURS = /\/(app|db)\/.*\.(ts|tsx|sql)$/;

async function develop() {
  process.env.NODE_ENV = "development";
  const hmr = { port: settings().port + 1 };
  const vite = await createServer({ server: { middlewareMode: true, hmr } });
  let server = await start(vite);
  let restart: NodeJS.Timeout | undefined;
  vite.watcher.on("change", (file) => {
    if (!OURS.test(file) || RELOADED_BY_VITE.test(file)) return;
    clearTimeout(restart);
    restart = setTimeout(async () => {
      await server.stop();
      server = await start(vite).catch(reportAndExit);
    }, 100);
  });
  for (const signal of ["SIGTERM", "SIGINT"]) {
    // Remix's inner Vite would end the process before the database has stopped.
    process.removeAllListeners(signal);
    process.once(signal, async () => {
      await server.stop();
      await vite.close();
      process.exit(0);
    });
  }
}

/** Loads the server through Vite, so that it shares every module with the pages: one pool, one cache. */
async function start(vite: ViteDevServer) {
  const startFresh: typeof startServer = (await vite.ssrLoadModule("/app/server.ts")).startServer;
  const build: typeof pages = (await vite.ssrLoadModule("/app/web/pages.ts")).pages;
  return startFresh({ build, browserFiles: vite.middlewares });
}

develop().catch(reportAndExit);
