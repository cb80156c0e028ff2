import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { audit, db } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { addOrganization } from "#app/domain/organizations/add.server.ts";
import { editOrganization } from "#app/domain/organizations/edit.server.ts";
import { getOrganization } from "#app/domain/organizations/get.server.ts";
import { listKeptOrganizations } from "#app/domain/organizations/list.server.ts";
import { AddOrganization, EditOrganization } from "#app/domain/organizations/schema.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let world: World;
let other: World;
let administrator: UserActor;

beforeAll(async () => {
  world = await makeWorld();
  administrator = world.actors.administrator;
  other = await makeWorld();
});

const particulars = (name: string, uscc = "") =>
  AddOrganization.parse({ name, kind: "residents_committee", uscc, hotline: "021-58880000" });

test("an added organization is within its keeper's reach and nobody else's", async () => {
  const { id } = await addOrganization(administrator, uuidv7(), particulars("潍坊二村居委会"));
  const keeper = { ...administrator, reach: [world.organizationId, id] };
  const { rows, total } = await listKeptOrganizations(keeper, { search: "潍坊二" });
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({ id, name: "潍坊二村居委会", people: 0 });
  expect((await listKeptOrganizations(keeper, { search: "%" })).total).toBe(0);
  expect(await refusalCode(getOrganization(other.actors.administrator, id))).toBe("not_found");
  const rows2 = await db.select().from(audit).where(eq(audit.subjectId, id));
  expect(rows2.map((row) => row.action)).toEqual(["organization.add"]);
});

test("the unified social credit code is checked by its check digit, and stands once", async () => {
  const read = (uscc: string) => AddOrganization.safeParse({ ...particulars("x"), uscc });
  expect(read("91310115MA1H9AAA00").error?.issues[0]?.message).toBe("bad_uscc");
  expect(read(" 91350100m000100y43 ").data?.uscc).toBe("91350100M000100Y43");
  await addOrganization(administrator, uuidv7(), particulars("一家", "91350100M000100Y43"));
  const again = addOrganization(administrator, uuidv7(), particulars("另一家", "91350100M000100Y43"));
  expect(await refusalCode(again)).toBe("already_exists");
});

test("what is said of an organization can be changed by its administrator only", async () => {
  const edit = (actor: typeof administrator, name: string) =>
    editOrganization(
      actor,
      uuidv7(),
      EditOrganization.parse({ ...particulars(name), organizationId: world.organizationId }),
    );
  const name = `新名字 ${world.tag}`;
  await edit(administrator, name);
  expect(await getOrganization(administrator, world.organizationId)).toMatchObject({
    name,
    hotline: "021-58880000",
  });
  expect(await refusalCode(edit(world.actors.fund_officer, "不行"))).toBe("forbidden");
  expect(await refusalCode(edit(other.actors.administrator, "不行"))).toBe("not_found");
});

test("a role that keeps no register adds no organization", async () => {
  const add = addOrganization(world.actors.dispatcher, uuidv7(), particulars("不行"));
  expect(await refusalCode(add)).toBe("forbidden");
});
