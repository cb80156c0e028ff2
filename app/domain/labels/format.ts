import type { LabelFormat } from "./delivery-label.ts";

/** The paper an address asks for: `?format=a4`; anything else is the carton label. */
export const labelFormatIn = (parameters: URLSearchParams): LabelFormat =>
  parameters.get("format") === "a4" ? "a4" : "100x150";
