import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseSettings, SettingsError } from "#app/settings.server.ts";

const SECRET = "x".repeat(32);

test("nothing set gives a server on port 3000 with its own database", () => {
  const settings = parseSettings({ SESSION_SECRET: SECRET });
  expect(settings).toMatchObject({
    nodeEnv: "production",
    port: 3000,
    databaseUrl: undefined,
    publicUrl: "http://localhost:3000",
    trustProxy: false,
    logLevel: "info",
  });
});

test("an empty value counts as unset", () => {
  expect(parseSettings({ SESSION_SECRET: SECRET, PORT: "", TRUST_PROXY: " " }).port).toBe(3000);
});

test("a generated session secret is kept, and only its owner can read it", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "jieli-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const first = parseSettings({ DATA_DIR: dataDir }).sessionSecret;
  expect(first).toHaveLength(43);
  expect(parseSettings({ DATA_DIR: dataDir }).sessionSecret).toBe(first);
  expect(statSync(join(dataDir, "session.secret")).mode & 0o777).toBe(0o600);
});

test.each([
  ["PORT", "80800"],
  ["HOST", "no host"],
  ["DATABASE_URL", "mysql://db/jieli"],
  ["PUBLIC_URL", "https://jieli.example.org/app"],
  ["SESSION_SECRET", "short"],
  ["LOG_KEY", "c2hvcnQ="],
  ["TRUST_PROXY", "true"],
  ["LOG_LEVEL", "loud"],
  ["NODE_ENV", "prod"],
])("a wrong %s is named, with an example", (name, value) => {
  const parse = () => parseSettings({ SESSION_SECRET: SECRET, [name]: value });
  expect(parse).toThrow(SettingsError);
  expect(parse).toThrow(new RegExp(`^${name} .*for example .*\\.$`));
});

test("every mistake has a sentence of its own", () => {
  expect(() => parseSettings({ SESSION_SECRET: SECRET, PORT: "x", LOG_LEVEL: "y" })).toThrow(
    /^PORT .*\nLOG_LEVEL /,
  );
});

test("an owner without an application role is refused", () => {
  const ownerOnly = { SESSION_SECRET: SECRET, DATABASE_OWNER_URL: "postgres://owner@db/jieli" };
  expect(() => parseSettings(ownerOnly)).toThrow(/^DATABASE_OWNER_URL needs DATABASE_URL/);
});

test.each([
  ["off", false],
  ["0", false],
  ["2", 2],
  ["loopback, 10.0.0.0/8", ["loopback", "10.0.0.0/8"]],
  ["fd00::/8", ["fd00::/8"]],
])("TRUST_PROXY=%s", (value, expected) => {
  expect(parseSettings({ SESSION_SECRET: SECRET, TRUST_PROXY: value }).trustProxy).toEqual(expected);
});
