import { dataFormats, dataPath, dataTableNames } from "#app/domain/open-data/tables.ts";
import { WIDGET_PATH } from "./public-front.server.ts";
import type { StoredPage } from "./stored-pages.server.ts";

/** Every page and file that the server keeps ready: what most readers come for, and what other sites fetch. */
export const publicPages: readonly StoredPage[] = [
  { path: "/", byLocale: true, bySession: true },
  { path: WIDGET_PATH, byLocale: true },
  { path: "/feed.xml" },
  { path: "/share/home.png" },
  { path: "/share/home-en.png" },
  { path: "/data", byLocale: true, bySession: true },
  { path: "/privacy", byLocale: true, bySession: true },
  ...dataTableNames.flatMap((table) =>
    dataFormats.map((format): StoredPage => ({ path: dataPath(table, format), heavy: true })),
  ),
];
