import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db } from "#db";
import { destroyDue, destroySealed, SCHEDULED } from "#app/domain/registers/destroy.server.ts";
import { getRegister } from "#app/domain/registers/get.server.ts";
import {
  getDestruction,
  listDestructions,
  sealedNow,
} from "#app/domain/registers/list-destructions.server.ts";
import { readSealed } from "#app/domain/registers/read-sealed.server.ts";
import { findSealingKey } from "#app/domain/sealing/keys.server.ts";
import { dumpOf } from "#tests/support/dump.ts";
import { atSiteWorld, close, countRows, household, openAt, write } from "#tests/support/registers.ts";
import type { World } from "#tests/support/world.ts";

/** Of this test alone, wherever they stand. */
function planted() {
  const mark = uuidv7().slice(-12);
  return { door: `门${mark}`, name: `李雷${mark}`, phone: `139${mark}` };
}

async function namedRegister() {
  const made = await atSiteWorld();
  const person = planted();
  const { id } = await openAt(made.world, made.delivery.id);
  await write(made.world, id, [household({ ...person }), household()]);
  return { ...made, id, person };
}

const because = { reason: "联系没来领的住户" };
const read = (world: World, registerId: string, requestId = uuidv7()) =>
  readSealed(world.actors.site_contact, requestId, { registerId, ...because });

test("what is personal stands nowhere in clear: no row, request or audit entry, no log, only sealed", async () => {
  const { world, id, person } = await namedRegister();
  const register = await getRegister(world.actors.administrator, id);
  expect(register.rows.map(({ named }) => named)).toEqual([true, false]);
  expect(
    JSON.stringify(register, (_key, value) => (typeof value === "bigint" ? `${value}` : value)),
  ).not.toContain(person.name);
  expect((await read(world, id)).rows).toEqual([{ n: 1, ...person }]);
  const dump = await dumpOf();
  for (const text of Object.values(person)) expect(dump.includes(text), text).toBe(false);
  // The dump is read rightly: what is public in the row is found in it.
  expect(dump).toContain(id);
});

test("only some roles read, every reading is in the audit log, and one request is answered once", async () => {
  const { world, id } = await namedRegister();
  for (const role of ["dispatcher", "warehouse_keeper", "fund_officer", "auditor"] as const) {
    const reading = readSealed(world.actors[role], uuidv7(), { registerId: id, ...because });
    await expect(reading, role).rejects.toMatchObject({ code: "forbidden" });
  }
  const requestId = uuidv7();
  await read(world, id, requestId);
  await expect(read(world, id, requestId)).rejects.toMatchObject({ code: "request_reused" });
  await read(world, id);
  const audited = await db.execute(sql`
    select asker, detail from audit where action = 'register.read-sealed' and subject_id = ${id}::uuid`);
  const entry = { asker: `user:${world.actors.site_contact.userId}`, detail: because };
  expect([...audited]).toEqual([entry, entry]);
});

test("a row moved to another register, or to another line, does not open there", async () => {
  const { world, id } = await namedRegister();
  await db.execute(sql`
    update register_rows set sealed = (select sealed from register_rows where register_id = ${id}::uuid and n = 1)
    where register_id = ${id}::uuid and n = 2`);
  await expect(read(world, id)).rejects.toThrow("the tag does not fit");
});

test("destroyed: key and text are gone, counts stay, a certificate says how much, and nothing is in a dump", async () => {
  const { world, delivery, id, person } = await namedRegister();
  await countRows(world, id, [10, 10]);
  await close(world, id, 20);
  expect(await sealedNow(world.actors.administrator)).toMatchObject({ registers: 1, rows: 1 });
  const [sealed] = await db.execute<{ sealed: string }>(sql`
    select encode(sealed, 'hex') as sealed from register_rows where register_id = ${id}::uuid and n = 1`);
  const made = await destroySealed(world.actors.administrator, uuidv7(), {
    reason: "发完了",
    understood: true,
  });
  expect(made.number).toMatch(/^XH-\d{4}-\d{6}$/);
  expect(await findSealingKey(db, world.responseId)).toBeNull();
  const register = await getRegister(world.actors.auditor, id);
  expect(register.rows.map(({ named, people }) => [named, people])).toEqual([
    [false, 2],
    [false, 2],
  ]);
  expect(register.destroyedAt).toBeInstanceOf(Date);
  expect(register.handOver).toMatchObject({ people: 4 });
  expect(await getDestruction(world.actors.auditor, made.id)).toMatchObject({
    number: made.number,
    counts: { registers: 1, rows: 1 },
    reason: "发完了",
    destroyedBy: "administrator",
  });
  const dump = await dumpOf();
  for (const text of [...Object.values(person), sealed!.sealed]) expect(dump.includes(text)).toBe(false);
  await expect(read(world, id)).rejects.toMatchObject({ code: "nothing_sealed" });
  const again = destroySealed(world.actors.administrator, uuidv7(), { reason: "再来", understood: true });
  await expect(again).rejects.toMatchObject({ code: "nothing_sealed" });
  // While the response goes on, names may be taken down again, under another key.
  const next = await openAt(world, delivery.id);
  await write(world, next.id, [household({ name: person.name })]);
  expect((await read(world, next.id)).rows).toMatchObject([{ n: 1, name: person.name, door: null }]);
});

test("the schedule destroys after the response's last day, once, and then no name is taken down any more", async () => {
  const { world, delivery, id, person } = await namedRegister();
  const lastDay = (on: string) =>
    db.execute(sql`update responses set ends_on = ${on} where id = ${world.responseId}::uuid`);
  const certificates = async () => (await listDestructions(world.actors.auditor)).rows;
  await lastDay("2022-06-30");
  await destroyDue("2022-06-30", 0);
  await destroyDue("2022-07-30", 30);
  expect(await certificates()).toEqual([]);
  expect((await read(world, id)).rows).toHaveLength(1);
  await destroyDue("2022-07-01", 0);
  await destroyDue("2022-07-02", 0);
  expect(await certificates()).toMatchObject([
    { counts: { registers: 1, rows: 1 }, reason: SCHEDULED, destroyedBy: null },
  ]);
  expect(await findSealingKey(db, world.responseId)).toBeNull();
  expect((await dumpOf()).includes(person.name)).toBe(false);
  const { id: late } = await openAt(world, delivery.id);
  await expect(write(world, late, [household({ name: "韩梅梅" })])).rejects.toMatchObject({
    code: "response_over",
    params: { on: "2022-06-30" },
  });
  await write(world, late, [household()]);
});

test("an organization that kept no names gets a certificate that says so", async () => {
  const { world, delivery } = await atSiteWorld();
  await openAt(world, delivery.id);
  await db.execute(sql`update responses set ends_on = '2022-06-30' where id = ${world.responseId}::uuid`);
  await destroyDue("2022-07-01", 0);
  expect((await listDestructions(world.actors.auditor)).rows).toMatchObject([
    { counts: { registers: 1, rows: 0 } },
  ]);
});

test("one organization's destruction leaves the names of others in the same response", async () => {
  const [mine, theirs] = [await namedRegister(), await namedRegister()];
  await db.execute(sql`
    update deliveries set response_id = ${mine.world.responseId}::uuid where id = ${theirs.delivery.id}::uuid`);
  const { id } = await openAt(theirs.world, theirs.delivery.id);
  await write(theirs.world, id, [household({ name: "韩梅梅" })]);
  await destroySealed(mine.world.actors.administrator, uuidv7(), { reason: "发完了", understood: true });
  expect((await read(theirs.world, id)).rows).toMatchObject([{ name: "韩梅梅" }]);
});
