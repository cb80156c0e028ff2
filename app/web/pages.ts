import type { ServerBuild } from "@remix-run/node";

/** Remix's build of the pages as they are now: in development Vite makes it anew after each change. */
export function pages(): Promise<ServerBuild> {
  return import("virtual:remix/server-build");
}
