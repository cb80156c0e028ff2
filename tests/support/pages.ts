import { setTimeout as sleep } from "node:timers/promises";
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { sql } from "drizzle-orm";
import { db } from "#db";
import * as entry from "#app/entry.server.tsx";

/**
 * Pages for tests of the server around them: `/context` answers with what loaders are given, `/slow?ms=` after a
 * while, `/broken` throws, `/books?q=` asks the database, and any other POST answers `{"posted":true}`.
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
    books: route("books", readBooks, async (args) => {
      await readBooks(args);
      return Response.json({ posted: [...(await args.request.formData()).keys()] });
    }),
  },
};

async function readBooks({ request }: LoaderFunctionArgs | ActionFunctionArgs) {
  const q = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await db.execute(sql`select name from organizations where name = ${q}`));
}

type Answer = Response | Promise<Response>;

function route(
  path: string,
  loader: (args: LoaderFunctionArgs) => Answer,
  action: (args: ActionFunctionArgs) => Answer = () => Response.json({ posted: true }),
) {
  return { id: path, path, module: { default: undefined, loader, action } };
}
