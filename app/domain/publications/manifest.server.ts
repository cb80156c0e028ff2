import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db";
import { fileStore } from "#app/files/open-store.server.ts";
import type { Address } from "./address.ts";

const Manifest = z.array(
  z.object({ name: z.string(), mediaType: z.string(), file: z.string(), sha256: z.string() }),
);
export type Manifest = z.output<typeof Manifest>;

/** Beside the files themselves, so that they are found without the database. */
const manifestName = ({ organization, issue, version }: Address): string =>
  `published-${organization.toLowerCase()}-${issue}-${version}.json`;

/** Manifests never change; an address that has none may get one. */
const known = new Map<string, Manifest>();
const REMEMBERED = 1_000;

/** What a published report consists of; undefined when there is no such report. Asks the database once in its life. */
export async function manifestOf(address: Address): Promise<Manifest | undefined> {
  const name = manifestName(address);
  const remembered = known.get(name);
  if (remembered) return remembered;
  const stored = await fileStore().get(name);
  const manifest = stored ? Manifest.parse(JSON.parse(stored.toString("utf8"))) : await keepManifest(address);
  if (!manifest) return undefined;
  if (known.size >= REMEMBERED) known.clear();
  known.set(name, manifest);
  return manifest;
}

async function keepManifest(address: Address): Promise<Manifest | undefined> {
  const { organization, issue, version } = address;
  const files = await db.execute<Manifest[number]>(sql`
    select f.name, f.media_type as "mediaType", f.file, encode(f.sha256, 'hex') as sha256
    from publication_files f
    join publications p on p.id = f.publication_id
    join organizations o on o.id = p.organization_id
    where ${organization}::text in (o.uscc, o.id::text) and p.issue = ${issue} and p.version = ${version}
    order by f.name`);
  if (files.length === 0) return undefined;
  const manifest = [...files];
  await fileStore().put(manifestName(address), Buffer.from(JSON.stringify(manifest)), "application/json");
  return manifest;
}
