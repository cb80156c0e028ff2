import { sql } from "drizzle-orm";
import { db } from "#db";
import { fileStore } from "#app/files/open-store.server.ts";
import type { Address } from "./address.ts";

/** A published file with the hash that its publication gives; undefined when there is none. */
export async function getPublishedFile({ organization, issue, version }: Address, name: string) {
  const [row] = await db.execute<{ mediaType: string; file: string; sha256: string }>(sql`
    select f.media_type as "mediaType", f.file, encode(f.sha256, 'hex') as sha256
    from publication_files f
    join publications p on p.id = f.publication_id
    join organizations o on o.id = p.organization_id
    where coalesce(o.uscc, o.id::text) = ${organization} and p.issue = ${issue} and p.version = ${version}
      and f.name = ${name}`);
  const bytes = row && (await fileStore().get(row.file));
  return row && bytes ? { ...row, bytes } : undefined;
}
