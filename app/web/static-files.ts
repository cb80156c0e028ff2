import express, { Router } from "express";

/** The browser's files: names under /assets carry a hash and never change, everything else is asked for again. */
export function staticFiles(folder: string): Router {
  const router = Router();
  router.use("/assets", express.static(`${folder}/assets`, { immutable: true, maxAge: "1y", index: false }));
  router.use("/assets", (_request, response) => {
    response.status(404).type("text/plain").send("Not found\n");
  });
  router.use(express.static(folder, { cacheControl: false, index: false, setHeaders: revalidate }));
  return router;
}

function revalidate(response: express.Response) {
  response.setHeader("Cache-Control", "no-cache");
}
