import type { Logger } from "pino";
import { closeDatabase, openDatabase } from "#db";
import { settings, type Settings } from "#app/settings.server.ts";
import { startEmbedded } from "../db/embedded.server.ts";
import { migrate } from "../db/migrate.server.ts";

/**
 * Opens this process's database, ready for use: starts or adopts the embedded PostgreSQL unless DATABASE_URL names
 * another, migrates when the owner's URL is known, and opens the pool. Every command and the server begin with it
 * and end with `close`.
 */
export async function startDatabase(
  log: Pick<Logger, "info">,
  { databaseUrl, databaseOwnerUrl, dataDir }: Settings = settings(),
): Promise<{ close(): Promise<void> }> {
  if (databaseUrl) {
    if (databaseOwnerUrl) await migrate(databaseOwnerUrl, { appUrl: databaseUrl });
    openDatabase(databaseUrl);
    return { close: closeDatabase };
  }
  const embedded = await startEmbedded({ dataDir, log: (message) => log.info(message) });
  const close = async () => {
    await closeDatabase();
    await embedded.stop();
  };
  try {
    await migrate(embedded.ownerUrl);
    openDatabase(embedded.appUrl);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}
