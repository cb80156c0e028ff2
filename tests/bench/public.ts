import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { DomainError } from "#app/domain/errors.ts";
import { publicationPath } from "#app/domain/publications/address.ts";
import { publishReport } from "#app/domain/publications/publish.server.ts";
import { PublishReport } from "#app/domain/publications/schema.ts";
import type { Figure } from "./figure.ts";
import { load, requestOf } from "./http-client.ts";
import type { Stage } from "./seed.ts";

const SECONDS = 4;
const CLIENTS = 64;
/** What `hello` answers with, as the smallest server does that there is. */
const HELLO = "hello\n";

/**
 * What anybody may read, as a browser asks for it: the home and a file of a published report, both from memory, each
 * between two runs of a bare `node:http` that says hello.
 */
export async function* benchPublic(port: number, stage: Stage): AsyncGenerator<Figure> {
  const period = PublishReport.parse({ periodFrom: "2022-03-01", periodTo: "2022-03-31" });
  const { issue, version } = await publishSoon(stage, period);
  const file = publicationPath({ organization: stage.world.organizationId, issue, version }, "receipts.csv");
  for (const { path, name } of [
    { path: "/", name: "public home" },
    { path: file, name: "file of a published report" },
  ]) {
    const request = requestOf("GET", path, undefined, {
      "Accept-Encoding": "gzip, deflate, br, zstd",
      "Accept-Language": "zh-CN,zh;q=0.9",
    });
    const bytes = await untilStored(port, path);
    const before = await hello();
    await load(port, { clients: CLIENTS, seconds: 1, next: () => request });
    const read = await load(port, { clients: CLIENTS, seconds: SECONDS, next: () => request });
    yield {
      name: `${name}, ${CLIENTS} readers`,
      figure: read.perSecond,
      unit: "/s",
      reference: { name: "node:http", figure: (before + (await hello())) / 2 },
      goal: { atLeast: 0.6 },
      note: `${bytes} bytes, p95 ${read.p95.toFixed(0)} ms`,
    };
  }
}

/** The server's own sequencer may be at the log at this moment; a person would press the button again. */
async function publishSoon(stage: Stage, period: PublishReport, tries = 20) {
  for (let left = tries; ; left -= 1) {
    try {
      return await publishReport(stage.world.actors.fund_officer, uuidv7(), period);
    } catch (error) {
      if (left === 0 || !(error instanceof DomainError) || error.code !== "log_behind") throw error;
      await sleep(500);
    }
  }
}

/** Waits until it is answered from memory, and says how many bytes go over the wire. */
async function untilStored(port: number, path: string): Promise<number> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { "Accept-Encoding": "br", "Accept-Language": "zh-CN" },
    });
    await answer.arrayBuffer();
    if (answer.ok && answer.headers.get("ETag")?.endsWith('-br"')) {
      return Number(answer.headers.get("Content-Length"));
    }
    await sleep(100);
  }
  throw new Error(`${path} is not stored`);
}

async function hello(): Promise<number> {
  const server = createServer((_request, response) => response.end(HELLO));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const request = requestOf("GET", "/");
  const { perSecond } = await load(port, { clients: CLIENTS, seconds: 2, next: () => request });
  server.closeAllConnections();
  server.close();
  return perSecond;
}
