import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Tx } from "#db";
import type { NoticeKind, Role } from "#db/vocabulary";

/** What the sentence of a notice names: the dictionary `notices` says which for each kind. */
export type NoticeDetail = Record<string, string | number>;

export interface Telling {
  organizationId: string;
  kind: NoticeKind;
  /** Who holds the ball; null: everybody. */
  role: Role | null;
  /** The page it leads to, see `pageOfSubject`. */
  subjectKind: string;
  subjectId: string;
  detail: NoticeDetail;
  /** What tells one notice of this kind about this subject from the next; the same occasion is told once. */
  occasion: string;
}

/** Tells the desk, any number of things at once. What was told before, on the same occasion, is not told again. */
export async function tellDesk(tx: Pick<Tx, "execute">, rows: readonly Telling[]): Promise<void> {
  if (rows.length === 0) return;
  // In one order, so that two who tell the same wait for each other and never in a circle.
  const told = rows.map((row) => ({ ...row, id: uuidv7() })).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await tx.execute(sql`
    insert into notices (id, organization_id, kind, role, subject_kind, subject_id, detail, occasion)
    select id, "organizationId", kind, role, "subjectKind", "subjectId", detail, occasion
    from json_to_recordset(${JSON.stringify(told)}::json)
      as t (id uuid, "organizationId" uuid, kind text, role text, "subjectKind" text, "subjectId" uuid,
            detail jsonb, occasion text)
    on conflict on constraint notice_once do nothing`);
}

const keyOf = ({ organizationId, kind, subjectId, occasion }: Telling): string =>
  `${organizationId}/${kind}/${subjectId}/${occasion}`;
