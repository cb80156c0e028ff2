import { WIDGET_PATH } from "./public-front.server.ts";
import type { StoredPage } from "./stored-pages.server.ts";

/** Every page and file that the server keeps ready: what most readers come for, and what other sites fetch. */
export const publicPages: readonly StoredPage[] = [
  { path: "/", byLocale: true, bySession: true },
  { path: WIDGET_PATH, byLocale: true },
];
