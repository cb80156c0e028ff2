import { sql } from "drizzle-orm";
import { db } from "#db";
import type { Role } from "#db/vocabulary";
import type { TokenActor } from "../actor.ts";
import { hashOfSecret } from "./secret.server.ts";

/** Who holds this token ("jieli_…", as after "Bearer " in an Authorization header); null when it opens nothing. */
export async function tokenActor(bearer: string): Promise<TokenActor | null> {
  if (!bearer.startsWith("jieli_")) return null;
  const [row] = await db.execute<TokenRow>(sql`
    select token.id, token.organization_id, organization.response_id, token.role,
           array(select id from organizations
                 where books_kept_by = token.organization_id order by name) as kept
    from api_tokens as token
    join organizations as organization on organization.id = token.organization_id
    where token.token_hash = ${hashOfSecret(bearer)} and token.revoked_at is null`);
  if (!row) return null;
  return {
    kind: "token",
    tokenId: row.id,
    organizationId: row.organization_id,
    reach: [row.organization_id, ...row.kept],
    responseId: row.response_id,
    roles: [row.role],
  };
}

type TokenRow = { id: string; organization_id: string; response_id: string; role: Role; kept: string[] };
