/** Ends a command that failed: the sentence for whoever started it, then exit code 1. */
export function reportAndExit(error: unknown): never {
  console.error(error instanceof Error && error.name === "SettingsError" ? error.message : error);
  process.exit(1);
}
