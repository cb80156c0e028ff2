import { defineConfig } from "vitest/config";

/** The Remix plugin stays out: loaders and actions are called with a real Request. */
export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/bench/**"],
    globalSetup: "tests/support/global-setup.ts",
    setupFiles: "tests/support/database.ts",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
