import { type CodeVerdict, parseCode } from "../code.ts";

/** Reads a trace code as typed, scanned or pasted with its address: `parseCode`, and what follows `/t/`. */
export const parseTraceCode = (text: string): CodeVerdict =>
  parseCode(/\/T\/([^/?#\s]*)/i.exec(text)?.[1] ?? text);

/** The address of a trace. */
export const traceUrl = (publicUrl: string, code: string): string => `${new URL(publicUrl).origin}/t/${code}`;
