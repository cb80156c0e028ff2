import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, organizations } from "#db";
import { type Role, roles } from "#db/vocabulary";
import type { OperatorActor } from "#app/domain/actor.ts";
import { commitImport } from "#app/domain/imports/commit.server.ts";
import { readUpload } from "#app/domain/imports/read-upload.server.ts";
import { uploadWorkbook, wasImported } from "#app/domain/imports/upload.server.ts";
import { confirmItems } from "#app/domain/items/confirm.server.ts";
import { listUnreviewed } from "#app/domain/items/review.server.ts";
import { createResponse } from "#app/domain/organizations/create-response.server.ts";
import { createOrganization } from "#app/domain/organizations/create.server.ts";
import { createUser } from "#app/domain/people/create-user.server.ts";
import { grantRole } from "#app/domain/people/grant-role.server.ts";
import { startDemoClocks } from "./demo-disclosures.server.ts";
import { tellDemoNeeds } from "./demo-needs.server.ts";
import { publishDemoReports } from "./demo-publications.server.ts";
import { traceDemoGifts } from "./demo-trace.server.ts";
import { fillDemoWarehouse } from "./demo-warehouse.server.ts";
import { DEMO_PASSWORD, demoEmail } from "./demo-words.ts";
import { operatorFor } from "./operator.server.ts";

const ORGANIZATION = "示例社会组织合作促进会";
const WORKBOOKS = ["捐赠登记总表.xlsx", "资金支出登记表.xlsx", "发放登记表.xlsx"];

const names: Record<Role, string> = {
  administrator: "管老师（示例）",
  fund_officer: "周老师（示例）",
  warehouse_keeper: "吴老师（示例）",
  dispatcher: "陈师傅（示例）",
  site_contact: "刘书记（示例）",
  auditor: "沈老师（示例）",
};

/**
 * The case of 2022, told through the verbs a person would use: an organization with one person per role, then its
 * three workbooks, a day in the warehouse, the clocks of its disclosure and what it published. Told again it changes nothing.
 */
export async function tellDemoStory(tell: (line: string) => void): Promise<void> {
  await organizationWithPeople();
  const actor = await operatorFor("demo", ORGANIZATION, ORGANIZATION);
  for (const fileName of WORKBOOKS) {
    const bytes = await readFile(`db/seed/case-2022/${fileName}`);
    const reading = await readUpload(bytes, {});
    if (await wasImported(actor, reading.contentHash)) {
      tell(`${fileName}  以前导入过，没有变化。Imported before.`);
      continue;
    }
    const draft = await uploadWorkbook(actor, uuidv7(), { fileName, mapping: {}, bytes });
    const { rows } = await commitImport(actor, uuidv7(), { importId: draft.id, publishDonorNames: true });
    tell(`${fileName}  写入 ${rows} 行。${rows} rows written.`);
  }
  await lookAtItems(actor);
  await fillDemoWarehouse(actor);
  tell(`接收点自己的页面 A site's own page  ${await tellDemoNeeds(actor)}`);
  await startDemoClocks(actor);
  for (const link of await traceDemoGifts(actor)) tell(`捐赠人查去向 Where a gift went  ${link}`);
  await publishDemoReports(actor);
}

/** Somebody looked at the items that came again and again; those that came once still wait for it. */
async function lookAtItems(actor: OperatorActor): Promise<void> {
  for (;;) {
    const { rows } = await listUnreviewed(actor);
    const itemIds = rows.filter(({ lots }) => lots > 1).map(({ id }) => id);
    if (itemIds.length === 0) return;
    await confirmItems(actor, uuidv7(), { itemIds });
  }
}

async function organizationWithPeople(): Promise<void> {
  const [known] = await db.select().from(organizations).where(eq(organizations.name, ORGANIZATION));
  if (known) return;
  await db.transaction(async (tx) => {
    const response = await createResponse(tx, {
      name: "2022 年春季浦东疫情防控",
      nameEn: "Pudong, spring 2022",
      startsOn: "2022-03-01",
      endsOn: "2022-06-30",
    });
    const { id: organizationId } = await createOrganization(tx, {
      name: ORGANIZATION,
      kind: "social_organization",
      responseId: response.id,
      uscc: "51310115MJ0000000G",
      hotline: "021-0000-0000",
    });
    for (const role of roles) {
      const email = demoEmail(role);
      const user = await createUser(tx, { name: names[role], email, phone: null, password: DEMO_PASSWORD });
      await grantRole(tx, { userId: user.id, organizationId, role, grantedBy: null });
    }
  });
}
