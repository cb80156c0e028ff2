import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { pino } from "pino";
import postgres from "postgres";
import { tellDemoStory } from "#app/commands/demo-story.server.ts";
import { startDatabase } from "#app/database.server.ts";
import { startEmbedded } from "../../db/embedded.server.ts";

/** The built server on the demo's database made anew, for the browser tests. PORT and DATA_DIR come from the environment. */
async function serveDemo() {
  await emptyDatabase(resolve(process.env.DATA_DIR ?? ".data/e2e"));
  const database = await startDatabase(pino({ level: "silent" }));
  await tellDemoStory(() => {});
  await database.close();
  await import(pathToFileURL(join(process.cwd(), "build/server/index.js")).href);
}

/** `startDatabase` makes it again. */
async function emptyDatabase(dataDir: string) {
  rmSync(join(dataDir, "log"), { recursive: true, force: true });
  const embedded = await startEmbedded({ dataDir });
  const sql = postgres(new URL("/postgres", embedded.ownerUrl).href, { max: 1, onnotice: () => {} });
  await sql`drop database if exists jieli with (force)`;
  await sql.end();
  await embedded.stop();
}

serveDemo().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
