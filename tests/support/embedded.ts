import { startEmbedded } from "../../db/embedded.server.ts";

/** Starts the embedded PostgreSQL of the folder it is given, says so, and stays until it is killed. */
async function holdEmbedded(dataDir: string) {
  const { adopted } = await startEmbedded({ dataDir });
  console.log(`ready, adopted: ${adopted}`);
  setInterval(() => {}, 60_000);
}

holdEmbedded(process.argv[2] ?? "").catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
