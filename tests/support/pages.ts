import { setTimeout as sleep } from "node:timers/promises";
import type { LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import * as entry from "#app/entry.server.tsx";

/**
 * Pages for tests of the server around them: `/context` answers with what loaders are given, `/slow?ms=` after a
 * while, `/broken` throws, and any POST answers `{"posted":true}`.
 */
export const testPages: ServerBuild = {
  mode: "test",
  basename: "/",
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
  assets: { version: "test", url: "/manifest.js", entry: { module: "/entry.js", imports: [] }, routes: {} },
  entry: { module: entry },
  routes: {
    context: route("context", ({ context }) => {
      const { clientAddress, requestId, cspNonce } = context;
      return Response.json({ clientAddress, requestId, cspNonce });
    }),
    slow: route("slow", async ({ request }) => {
      await sleep(Number(new URL(request.url).searchParams.get("ms")));
      return new Response("finished");
    }),
    broken: route("broken", () => {
      throw new Error("broken on purpose");
    }),
  },
};

function route(path: string, loader: (args: LoaderFunctionArgs) => Response | Promise<Response>) {
  const action = () => Response.json({ posted: true });
  return { id: path, path, module: { default: undefined, loader, action } };
}
