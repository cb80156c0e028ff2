import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { editDonor } from "#app/domain/donors/edit.server.ts";
import { getDonor } from "#app/domain/donors/get.server.ts";
import { listDonors } from "#app/domain/donors/list.server.ts";
import { EditDonor } from "#app/domain/donors/schema.ts";
import { listHistory } from "#app/domain/ledger/list-history.server.ts";
import { giveMoney } from "#tests/support/gifts.ts";
import { makeWorld, stockMasks, type World } from "#tests/support/world.ts";

async function donorOf(world: World, name: string) {
  const { rows } = await listDonors(world.actors.fund_officer, { q: name });
  return rows[0]!;
}

const edit = (world: World, input: Record<string, unknown>, actor = world.actors.fund_officer) =>
  editDonor(actor, uuidv7(), EditDonor.parse(input));

test("donors are listed with what they gave, in money and in goods", async () => {
  const world = await makeWorld();
  await giveMoney(world);
  await stockMasks(world, { value: "50" });
  const { rows } = await listDonors(world.actors.auditor);
  expect(rows.map(({ name, gifts, moneyFen, goodsFen }) => [name, gifts, moneyFen, goodsFen])).toEqual([
    ["测试捐赠有限公司", 1, 0n, 5_000n],
    ["示例科技公司", 1, 100_000n, 0n],
  ]);
});

test("a donor's consent is recorded, with who recorded it", async () => {
  const world = await makeWorld();
  await giveMoney(world);
  const donor = await donorOf(world, "示例科技公司");
  expect(donor.publishName).toBe(false);
  await edit(world, { donorId: donor.id, name: donor.name, kind: "organization", publishName: "true" });
  expect(await getDonor(world.actors.auditor, donor.id)).toMatchObject({ publishName: true });
  const history = await listHistory(world.actors.auditor, donor.id);
  expect(history).toMatchObject([{ action: "donor.edit", by: "fund_officer" }]);
});

test("an anonymous donor is never named, a name is one donor's, and other people's donors are out of reach", async () => {
  const [world, other] = [await makeWorld(), await makeWorld()];
  await giveMoney(world);
  await giveMoney(world, { donor: "示例商会" });
  const donor = await donorOf(world, "示例商会");
  const same = { donorId: donor.id, name: donor.name, kind: donor.kind };
  expect(EditDonor.safeParse({ ...same, kind: "anonymous", publishName: "true" }).success).toBe(false);
  await expect(edit(world, { ...same, name: "示例科技公司" })).rejects.toMatchObject({
    code: "already_exists",
  });
  await expect(edit(other, same)).rejects.toMatchObject({ code: "not_found" });
  await expect(edit(world, same, world.actors.dispatcher)).rejects.toMatchObject({ code: "forbidden" });
  await expect(getDonor(other.actors.auditor, donor.id)).rejects.toMatchObject({ code: "not_found" });
});
