import { pino, type Logger } from "pino";
import { loggableError } from "../loggable-error.ts";
import type { Settings } from "../settings.server.ts";

/** The process's log: one JSON object a line on stdout. */
export function createLog(level: Settings["logLevel"]): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: loggableError },
  });
}
