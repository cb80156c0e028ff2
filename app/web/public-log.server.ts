import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { isId } from "#app/domain/is-id.ts";
import { getCheckpoint } from "#app/domain/log/get-checkpoint.server.ts";
import { findLeaf, getProof } from "#app/domain/log/get-proof.server.ts";
import { getTile } from "#app/domain/log/get-tile.server.ts";
import type { Log } from "#app/domain/log/identity.server.ts";
import { parseTilePath } from "#app/domain/log/tile-path.ts";
import { verifyPage } from "./verify-page.server.ts";

const SHORT = "public, max-age=2";
const FOR_EVER = "public, max-age=31536000, immutable";
const NO_SUCH = "没有这一份。\nThe log has no such thing.\n";

/**
 * The public log, to be mounted at /log: checkpoint, tiles and entries as C2SP tlog-tiles has them, the verifier key,
 * proofs by index or by what a leaf is about, and the verifier as a page and as a program. Pages of any origin, and files
 * on a disk, may read it.
 */
export function publicLog(log: Log): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set("Access-Control-Allow-Origin", "*");
    next();
  });
  router.get(
    "/checkpoint",
    answering(async (_request, response) => text(response, SHORT, await getCheckpoint(log))),
  );
  router.get("/vkey", (_request, response) =>
    text(response, "public, max-age=60", `${log.signer.verifierKey}\n`),
  );
  router.get(
    "/proof/:leaf",
    answering(async (request, response) => {
      const index = await indexOf(request.params.leaf!.replace(/\.tlog-proof$/, ""));
      const proof = index === undefined ? undefined : await getProof(log, index);
      if (proof === undefined) return noSuch(response);
      response.set("Content-Disposition", `attachment; filename="leaf-${index}.tlog-proof"`);
      text(response, SHORT, proof);
    }),
  );
  router.get("/tile/*", answering(sendTile));
  router.get("/verify.html", answering(sendVerifyPage));
  router.get(
    "/verify-log.mjs",
    answering(async (_request, response) => {
      response.set("Content-Disposition", 'attachment; filename="verify-log.mjs"');
      response.set("Cache-Control", "no-cache").type("text/javascript; charset=utf-8");
      response.send((await verifyPage()).script);
    }),
  );
  router.use((_request, response) => noSuch(response));
  return router;
}

/** Express 4 does not wait for what a handler promises. */
const answering =
  (handler: (request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response, next) => {
    handler(request, response).catch(next);
  };

async function sendTile(request: Request, response: Response): Promise<void> {
  const address = parseTilePath(request.path.slice(1));
  const tile = address && (await getTile(address));
  if (!tile) return noSuch(response);
  response.set("Cache-Control", FOR_EVER).type("application/octet-stream");
  if (address.level !== "entries") return void response.send(tile);
  // Hashes do not shrink and are sent as they are; entries do.
  response.vary("Accept-Encoding");
  if (!request.acceptsEncodings("gzip")) return void response.send(tile);
  response.set("Content-Encoding", "gzip").send(await promisify(gzip)(tile));
}

async function sendVerifyPage(_request: Request, response: Response): Promise<void> {
  const { html, contentSecurityPolicy } = await verifyPage();
  response.set("Content-Security-Policy", contentSecurityPolicy);
  response.set("Cache-Control", "no-cache").type("text/html; charset=utf-8").send(html);
}

async function indexOf(leaf: string): Promise<number | undefined> {
  if (/^(0|[1-9]\d{0,15})$/.test(leaf)) return Number(leaf);
  return isId(leaf) ? findLeaf(leaf) : undefined;
}

const text = (response: Response, cache: string, body: string): void =>
  void response.set("Cache-Control", cache).type("text/plain; charset=utf-8").send(body);

const noSuch = (response: Response): void =>
  void response.set("Cache-Control", "no-store").status(404).type("text/plain; charset=utf-8").send(NO_SUCH);
