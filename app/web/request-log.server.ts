import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";
import { uuidv7 } from "uuidv7";
import { loggableError } from "../loggable-error.ts";

/**
 * Logs every request and gives it an id, which the answer carries as `X-Request-Id`. An id from outside is kept only
 * when `trustId` says that a proxy of ours wrote it. Headers, query values and bodies are never logged.
 */
export function requestLog(log: Logger, { trustId }: { trustId: boolean }) {
  return pinoHttp({
    logger: log,
    genReqId: (request, response) => {
      const given = trustId ? request.headers["x-request-id"] : undefined;
      const id = typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : uuidv7();
      response.setHeader("X-Request-Id", id);
      return id;
    },
    wrapSerializers: false,
    serializers: {
      req: (request: IncomingMessage & { originalUrl?: string }) => ({
        id: request.id,
        method: request.method,
        path: loggablePath(request.originalUrl ?? request.url ?? ""),
      }),
      res: (response: ServerResponse) => ({ status: response.statusCode }),
      err: loggableError,
    },
    // What failed was logged where it was caught; here pino-http would make up an error of its own.
    customErrorObject: (_request, response, _error, { responseTime }) => ({ res: response, responseTime }),
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? "error" : response.statusCode >= 400 ? "warn" : "info",
    autoLogging: { ignore: (request) => /^\/(healthz|readyz|assets\/)/.test(request.url ?? "") },
  });
}

/** A path as it may be logged: no query, and no segment long enough to be a secret link. */
export function loggablePath(url: string): string {
  const [path = ""] = url.split("?");
  return path
    .split("/")
    .map((segment) => (SECRET_SEGMENT.test(segment) && !UUID_SEGMENT.test(segment) ? "…" : segment))
    .join("/");
}

const SECRET_SEGMENT = /^[\w~-]{20,}(\.data)?$/;
const UUID_SEGMENT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.data)?$/i;
