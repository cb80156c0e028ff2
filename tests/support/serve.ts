import { serve } from "#app/server.ts";
import { testPages } from "./pages.ts";

/** The real server around `testPages` as a process of its own, so that a test can send it signals. */
serve({ build: testPages, stored: [] }).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
