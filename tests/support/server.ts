import { pino } from "pino";
import { startServer } from "#app/server.ts";
import { parseSettings } from "#app/settings.server.ts";
import { freePort } from "./free-port.ts";
import { testPages } from "./pages.ts";

/**
 * The real server around `testPages`, in this process, on a free port. `environment` is what its settings are read
 * from and names DATABASE_URL. `lines` collects what it logs.
 */
export async function startTestServer(environment: { DATABASE_URL: string } & Record<string, string>) {
  const port = await freePort();
  const settings = parseSettings({
    NODE_ENV: "test",
    PORT: String(port),
    HOST: "127.0.0.1",
    SESSION_SECRET: "x".repeat(32),
    ...environment,
  });
  const lines: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => lines.push(line) });
  const server = await startServer({ build: testPages, settings, log, stored: [] });
  return { url: `http://127.0.0.1:${port}`, lines, stop: server.stop };
}
