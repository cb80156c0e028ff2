import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { startEmbedded } from "../../db/embedded.server.ts";

/** The built server on an empty database, for the browser tests. PORT and DATA_DIR come from the environment. */
async function serveEmptyDatabase() {
  await emptyDatabase(resolve(process.env.DATA_DIR ?? ".data/e2e"));
  await import(pathToFileURL(join(process.cwd(), "build/server/index.js")).href);
}

/** The server makes the database again when it starts. */
async function emptyDatabase(dataDir: string) {
  const embedded = await startEmbedded({ dataDir });
  const sql = postgres(new URL("/postgres", embedded.ownerUrl).href, { max: 1, onnotice: () => {} });
  await sql`drop database if exists jieli with (force)`;
  await sql.end();
  await embedded.stop();
}

serveEmptyDatabase().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
