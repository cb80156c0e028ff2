import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { needLines, needs, organizations, type Tx } from "#db";
import { type Actor, userIdOf } from "../actor.ts";
import { civilDate } from "../dates.ts";
import { refuse } from "../errors.ts";
import { numberDocuments } from "../ledger/number.server.ts";
import { tellDesk } from "../notices/tell.server.ts";
import type { Site } from "../places/find-site.server.ts";
import { matchWishes } from "./match-wishes.server.ts";
import type { RecordNeed } from "./schema.ts";

/** The step: what a site asks for, with the items it means, and the desk is told. */
export async function insertNeed(tx: Tx, actor: Actor, site: Site, asked: Omit<RecordNeed, "siteId">) {
  const now = new Date();
  const { lines, ...particulars } = asked;
  if (site.closedOn !== null && site.closedOn <= civilDate(now)) {
    refuse("site_closed", { site: site.name, on: site.closedOn });
  }
  const { organizationId } = site;
  const [organization] = await tx.select().from(organizations).where(eq(organizations.id, organizationId));
  const [number] = await numberDocuments(tx, "need", [{ organizationId, on: civilDate(now) }]);
  const id = uuidv7();
  await tx.insert(needs).values({
    id,
    number: number!,
    organizationId,
    responseId: organization!.responseId,
    siteId: site.id,
    status: "asked",
    ...particulars,
    createdBy: userIdOf(actor),
    askedAt: now,
  });
  const items = await matchWishes(tx, organizationId, lines);
  await tx
    .insert(needLines)
    .values(lines.map((line, i) => ({ needId: id, n: i + 1, ...line, itemId: items[i] ?? null })));
  await tellDesk(tx, [
    {
      organizationId,
      kind: "need_asked",
      role: null,
      subjectKind: "need",
      subjectId: id,
      detail: { site: site.name, number: number!, ...(asked.neededBy && { due: asked.neededBy }) },
      occasion: "asked",
    },
  ]);
  return { id, number: number!, organizationId };
}
