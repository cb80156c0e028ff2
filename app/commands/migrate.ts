import { settings } from "#app/settings.server.ts";
import { startDatabase } from "#app/database.server.ts";
import { createLog } from "#app/web/log.server.ts";
import { reportAndExit } from "#app/web/report-and-exit.ts";

/** `npm run migrate`: brings the database to this release and leaves. */
async function migrateAndLeave() {
  const { databaseUrl, databaseOwnerUrl, logLevel } = settings();
  if (databaseUrl && !databaseOwnerUrl) {
    throw new Error("DATABASE_OWNER_URL is needed to migrate: the role in DATABASE_URL owns nothing.");
  }
  const log = createLog(logLevel);
  const database = await startDatabase(log);
  await database.close();
  log.info("the database is current");
}

migrateAndLeave().catch(reportAndExit);
