import { readFile } from "node:fs/promises";
import { eq, or } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, organizations } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { commitImport } from "#app/domain/imports/commit.server.ts";
import { uploadWorkbook } from "#app/domain/imports/upload.server.ts";
import type { World } from "./world.ts";

export const caseFolder = "db/seed/case-2022";
const workbooks = ["捐赠登记总表.xlsx", "资金支出登记表.xlsx", "发放登记表.xlsx"];

/** Replays the three workbooks of 2022 into a world; answers its officer, who reaches every organization in them. */
export async function replayCase2022(world: World): Promise<UserActor> {
  const officer = world.actors.fund_officer;
  for (const fileName of workbooks) {
    const bytes = await readFile(`${caseFolder}/${fileName}`);
    const draft = await uploadWorkbook(officer, uuidv7(), { fileName, mapping: {}, bytes });
    await commitImport(officer, uuidv7(), { importId: draft.id, publishDonorNames: true });
  }
  return withReach(officer);
}

/** As a session would have it after other organizations' books were taken over. */
export async function withReach(actor: UserActor): Promise<UserActor> {
  const kept = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(
      or(eq(organizations.id, actor.organizationId), eq(organizations.booksKeptBy, actor.organizationId)),
    );
  const others = kept.map(({ id }) => id).filter((id) => id !== actor.organizationId);
  return { ...actor, reach: [actor.organizationId, ...others] };
}
