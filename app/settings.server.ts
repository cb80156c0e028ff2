import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { z } from "zod";
import { parseStorageUrl } from "#app/files/storage-url.ts";
import { CHAT_ORIGINS } from "./domain/notices/chat-address.ts";
import { secretFile } from "../db/secret-file.server.ts";

export type Settings = {
  nodeEnv: "development" | "production" | "test";
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** The application's role; undefined means: start the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** The role that owns the tables; undefined means: somebody else migrates. */
  databaseOwnerUrl: string | undefined;
  /** An S3-compatible bucket (app/files/storage-url.ts); undefined means: the folder `files` in dataDir. */
  storageUrl: string | undefined;
  /** Where people reach the site, without a path and without a slash at the end. */
  publicUrl: string;
  sessionSecret: string;
  /** The 32 secret bytes of the Ed25519 key that signs the public log, in base64 or base64url. */
  logKey: string;
  /** The 32 bytes that the sealing keys of names in registers are themselves encrypted with, in base64 or base64url. */
  sealingKey: string;
  /** How many days after a response's last day the names in its registers are destroyed. */
  sealedDays: number;
  /** Absolute path of a folder elsewhere where the log's last checkpoint is kept too. */
  logWitnessDir: string | undefined;
  /** What others may do with the open data: a licence's name and where it can be read. */
  dataLicence: { name: string; url: string };
  /** Where notices may be sent on to: origins of group chats. */
  webhookOrigins: string[];
  /** Express's "trust proxy": off, a number of proxies, or their addresses. */
  trustProxy: false | number | string[];
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
};

/** One or more settings are wrong; the message names each variable, what is wrong with it, and an example. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

let known: Settings | undefined;

/** The settings of this process, read from the environment (and `.env`, if there is one) on first use. */
export function settings(): Settings {
  if (known) return known;
  if (existsSync(".env")) process.loadEnvFile(".env");
  known = parseSettings(process.env);
  return known;
}

/** Settings from `env`; an empty value counts as unset. Throws SettingsError with one sentence for each mistake. */
export function parseSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new SettingsError(sentences.join("\n"));
  }
  const values = parsed.data;
  return {
    nodeEnv: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    storageUrl: values.STORAGE_URL,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    sessionSecret: values.SESSION_SECRET ?? secretFile(join(values.DATA_DIR, "session.secret")),
    logKey: values.LOG_KEY ?? secretFile(join(values.DATA_DIR, "log.key")),
    logWitnessDir: values.LOG_WITNESS_DIR,
    sealingKey: values.SEALING_KEY ?? secretFile(join(values.DATA_DIR, "sealing.key")),
    sealedDays: values.SEALED_DAYS,
    dataLicence: values.DATA_LICENCE,
    webhookOrigins: values.WEBHOOK_ORIGINS,
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
  };
}

const Environment = z
  .object({
    NODE_ENV: oneOf(["development", "production", "test"], "production"),
    PORT: z
      .string()
      .default("3000")
      .refine(isPort, "must be a port from 1 to 65535, for example PORT=3000.")
      .transform(Number),
    HOST: z
      .string()
      .default("0.0.0.0")
      .refine(
        (host) => isIP(host) !== 0 || /^[a-z0-9.-]+$/i.test(host),
        "must be an address or a name of this machine, for example HOST=127.0.0.1.",
      ),
    DATA_DIR: z
      .string()
      .default(".data")
      .transform((path) => resolve(path)),
    DATABASE_URL: databaseUrl("postgres://jieli_app:secret@db.example.org:5432/jieli"),
    DATABASE_OWNER_URL: databaseUrl("postgres://jieli_owner:secret@db.example.org:5432/jieli"),
    STORAGE_URL: z
      .string()
      .refine(
        (url) => parseStorageUrl(url) !== null,
        "must be an S3-compatible bucket with its keys, for example STORAGE_URL=s3://KEY:SECRET@s3.cn-north-1.amazonaws.com.cn/jieli?region=cn-north-1.",
      )
      .optional(),
    PUBLIC_URL: z
      .string()
      .refine(
        isSiteUrl,
        "must be where people reach the site, http or https and nothing after the host, for example PUBLIC_URL=https://jieli.example.org.",
      )
      .transform((url) => new URL(url).origin)
      .optional(),
    SESSION_SECRET: z
      .string()
      .min(
        32,
        'is too short: it signs people in, so it must be 32 characters or more, for example the output of "openssl rand -base64 32".',
      )
      .optional(),
    DATA_LICENCE: z
      .string()
      .default("CC BY 4.0 https://creativecommons.org/licenses/by/4.0/")
      .refine(
        (text) => /^\S.* https:\/\/\S+$/.test(text.trim()),
        "must be a licence's name and where it can be read, for example DATA_LICENCE=CC BY 4.0 https://creativecommons.org/licenses/by/4.0/.",
      )
      .transform((text) => {
        const [, name = "", url = ""] = /^(.*\S)\s+(\S+)$/.exec(text.trim()) ?? [];
        return { name, url };
      }),
    WEBHOOK_ORIGINS: z
      .string()
      .default(CHAT_ORIGINS.join(","))
      .transform((text) => text.split(",").map((origin) => origin.trim()))
      .refine(
        (origins) => origins.every(isSiteUrl),
        "must be scheme and host of each chat that notices may be sent to, for example WEBHOOK_ORIGINS=https://qyapi.weixin.qq.com.",
      )
      .transform((origins) => origins.map((origin) => new URL(origin).origin)),
    LOG_KEY: z
      .string()
      .refine(
        (key) => /^[\w+/-]{43}=?$/.test(key) && Buffer.from(key, "base64").length === 32,
        'must be 32 bytes in base64: they sign the public log, for example the output of "openssl rand -base64 32".',
      )
      .optional(),
    SEALING_KEY: z
      .string()
      .refine(
        (key) => /^[\w+/-]{43}=?$/.test(key) && Buffer.from(key, "base64").length === 32,
        'must be 32 bytes in base64: the names in registers are sealed with it, for example the output of "openssl rand -base64 32".',
      )
      .optional(),
    SEALED_DAYS: z
      .string()
      .default("0")
      .refine(
        (text) => /^\d{1,3}$/.test(text),
        "must be how many days after a response's last day names are destroyed, 0 to 999, for example SEALED_DAYS=30.",
      )
      .transform(Number),
    LOG_WITNESS_DIR: z
      .string()
      .transform((path) => resolve(path))
      .optional(),
    TRUST_PROXY: z
      .string()
      .default("off")
      .refine(
        isProxyList,
        "must be off, the number of proxies in front of the server, or their addresses, for example TRUST_PROXY=1 or TRUST_PROXY=loopback,10.0.0.0/8.",
      )
      .transform(trustProxy),
    LOG_LEVEL: oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "info"),
  })
  .refine((env) => env.DATABASE_URL || !env.DATABASE_OWNER_URL, {
    path: ["DATABASE_OWNER_URL"],
    message:
      "needs DATABASE_URL beside it: the owner only migrates, the application connects as a role that owns nothing, for example DATABASE_URL=postgres://jieli_app:secret@db.example.org:5432/jieli.",
  });

function oneOf<const Word extends string>(words: readonly Word[], fallback: NoInfer<Word>) {
  return z
    .enum(words, `must be one of ${words.join(", ")}, for example ${fallback}.`)
    .default(() => fallback);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function databaseUrl(example: string) {
  return z
    .string()
    .refine(
      (url) => /^postgres(ql)?:$/.test(parseUrl(url)?.protocol ?? ""),
      `must be the URL of a PostgreSQL database, for example ${example}.`,
    )
    .optional();
}

function isSiteUrl(text: string): boolean {
  const url = parseUrl(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return url.pathname === "/" && !url.search && !url.hash && !url.username;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** "true" is refused on purpose: it would let anybody write the client address that rate limits and the audit log see. */
function isProxyList(text: string): boolean {
  if (/^(off|false|\d{1,2})$/.test(text)) return true;
  return text.split(",").every((entry) => {
    const [address = "", prefix, ...rest] = entry.trim().split("/");
    if (["loopback", "linklocal", "uniquelocal"].includes(address)) return prefix === undefined;
    const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return (
      bits > 0 && rest.length === 0 && (prefix === undefined || (/^\d+$/.test(prefix) && +prefix <= bits))
    );
  });
}

function trustProxy(text: string): Settings["trustProxy"] {
  if (/^(off|false|0+)$/.test(text)) return false;
  if (/^\d+$/.test(text)) return Number(text);
  return text.split(",").map((entry) => entry.trim());
}
