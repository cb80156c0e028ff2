import express, { type ErrorRequestHandler, type RequestHandler, Router } from "express";
import { DomainError } from "#app/domain/errors.ts";
import { queries } from "#app/domain/queries.server.ts";
import type { Query } from "#app/domain/query.ts";
import { verbNamed } from "#app/domain/verbs.server.ts";
import { answer, answerError } from "./answer.server.ts";
import { ApiError } from "./api-error.ts";
import { askerOf } from "./asker.server.ts";
import { countGuesses, refuseGuesser } from "./confirm-limit.server.ts";
import { confirmMany } from "./confirm-many.server.ts";
import { openApi } from "./openapi.server.ts";
import { requestIdOf } from "./request-id.ts";

/**
 * The JSON API, to be mounted at /api: every verb as POST /v1/<noun>/<verb>, every query as GET /v1/<noun>[/<id>], and
 * their description at /v1/openapi.json. It answers everything below its address, errors too, as JSON.
 */
export function apiRouter(): Router {
  const router = Router();
  router.get("/v1/openapi.json", (_request, response) => {
    response.set("Cache-Control", "public, max-age=300");
    answer(response, openApi());
  });
  for (const query of queries) router.get(`/v1/${query.path}`, reading(query));
  router.post("/v1/import/upload", onlyJson, express.json({ limit: "15mb" }));
  router.post(["/v1/photo/add", "/v1/photo/add-at-door"], onlyJson, express.json({ limit: "17mb" }));
  router.post("/v1/:noun/:verb", onlyJson, express.json({ limit: "1mb" }));
  router.post("/v1/delivery/confirm-many", passingErrors(confirmMany));
  router.post("/v1/:noun/:verb", passingErrors(act));
  router.use((_request, _response, next) => next(new ApiError("no_such_path")));
  router.use(lastAnswer);
  return router;
}

const reading = (query: Query): RequestHandler =>
  passingErrors(async (request, response) => {
    const actor = query.asks === "anyone" ? nobody : await askerOf(request);
    const { id, code } = request.params;
    const found = await query.read(actor, id ?? code ?? "", request.query);
    response.set("Cache-Control", query.asks === "anyone" ? "public, max-age=30" : "no-store");
    answer(response, found);
  });

const nobody = { kind: "receiver", address: "" } as const;

const onlyJson: RequestHandler = (request, _response, next) =>
  next(request.is("application/json") ? undefined : new ApiError("unsupported_media_type"));

const act: RequestHandler = async (request, response) => {
  const verb = verbNamed(`${request.params.noun}.${request.params.verb}`);
  if (!verb) throw new ApiError("no_such_path");
  const actor = await askerOf(request);
  const requestId = requestIdOf(request);
  response.set("Cache-Control", "no-store");
  if (verb.asks !== "anyone") return answer(response, await verb.call(actor, requestId, request.body));
  refuseGuesser(actor);
  try {
    answer(response, await verb.call(actor, requestId, request.body));
  } catch (error) {
    if (error instanceof DomainError) await countGuesses(actor, [error.code], response);
    throw error;
  }
};

/** Express 4 does not wait for what a handler promises. */
const passingErrors =
  (handler: RequestHandler): RequestHandler =>
  async (request, response, next) => {
    try {
      await handler(request, response, next);
    } catch (error) {
      next(error);
    }
  };

const lastAnswer: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  response.set("Cache-Control", "no-store");
  answerError(request, response, error);
};
