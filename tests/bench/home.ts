import { once } from "node:events";
import { createServer } from "node:http";
import type { Figure } from "./figure.ts";
import { load, requestOf } from "./http-client.ts";

const SECONDS = 4;

/** What anybody may read, from its stored form, 64 readers at once, held against a server of node:http that answers as much. */
export async function* benchHome(port: number): AsyncGenerator<Figure> {
  for (const { path, name, atLeast } of [
    { path: "/api/v1/public/summary", name: "public summary over HTTP, 64 clients", atLeast: 0.1 },
  ]) {
    const request = requestOf("GET", path);
    await load(port, { clients: 1, seconds: 1, next: () => request });
    const read = await load(port, { clients: 64, seconds: SECONDS, next: () => request });
    yield {
      name,
      figure: read.perSecond,
      unit: "/s",
      reference: { name: "node:http", figure: await bareServer(request) },
      goal: { atLeast },
      note: `p95 ${read.p95.toFixed(0)} ms`,
    };
  }
}

async function bareServer(request: Buffer): Promise<number> {
  const body = "x".repeat(4000);
  const server = createServer((_request, response) => response.setHeader("Content-Length", 4000).end(body));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const bare = await load(port, { clients: 64, seconds: 2, next: () => request });
  server.closeAllConnections();
  server.close();
  return bare.perSecond;
}
