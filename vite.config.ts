import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/**
 * Remix builds its pages as the server bundle's entry. Ours is the command that serves them and imports them: so the
 * Express server, the JSON API and the pages share one copy of every module, and with it one database pool.
 */
function serverEntry(): Plugin {
  return {
    name: "jieli:server-entry",
    enforce: "post",
    config: (_config, { command, isSsrBuild }) =>
      command === "build" && isSsrBuild
        ? { build: { rollupOptions: { input: "app/commands/serve.ts" } } }
        : undefined,
  };
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    serverEntry(),
  ],
  // What a page loads by `?worker&url`: the script of the door page, which fetches its larger parts when they are needed.
  worker: { format: "es" },
});
