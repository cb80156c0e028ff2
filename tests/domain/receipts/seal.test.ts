import { webcrypto } from "node:crypto";
import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { db, devices, receipts } from "#db";
import { confirmDeliveries } from "#app/domain/deliveries/confirm.server.ts";
import { DomainError } from "#app/domain/errors.ts";
import { sealedBody, type SealedConfirmation } from "#app/domain/receipts/sealed-body.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { roadWorld } from "#tests/support/road.ts";
import { part, receiver, saying, sign } from "#tests/support/signing.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" } as const;

/** A phone with a key of its own. */
async function phone(id = uuidv7()) {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
  const { x = "", y = "" } = await webcrypto.subtle.exportKey("jwk", keys.publicKey);
  const seal = async (requestId: string, body: SealedConfirmation) => {
    const bytes = sealedBody(requestId, body);
    const signature = await webcrypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, keys.privateKey, bytes);
    return {
      id,
      publicKey: { kty: "EC" as const, crv: "P-256" as const, x, y },
      signature: Buffer.from(signature).toString("base64url"),
    };
  };
  return { id, seal };
}

type Phone = Awaited<ReturnType<typeof phone>>;
type Door = { code: string; pin: string };

/** What a phone seals and then sends. */
const bodyOf = (delivery: Door, change: object = {}) => ({
  code: delivery.code,
  pin: delivery.pin,
  name: "刘秀英",
  occurredAt: "2022-05-10T14:12:00+08:00",
  ...change,
});

async function send({ seal }: Phone, delivery: Door, change: object = {}, requestId = uuidv7()) {
  const body = bodyOf(delivery, change);
  return sign(delivery, { ...body, device: await seal(requestId, body) }, requestId);
}

test("a sealed signing is taken, and the phone is remembered with its key", async () => {
  const mine = await phone();
  const { delivery } = await roadWorld();
  const lines = [{ n: 1, good: "25", damaged: "2", reason: "damaged_goods", remark: "一箱进水" }];
  await send(mine, delivery, { part: true, lines, signature: "M1 1 L2 2", post: "书记" });
  await send(mine, delivery, { locale: "en" });
  const kept = await db.select().from(receipts).where(eq(receipts.deliveryId, delivery.id));
  expect(kept.map(({ deviceId }) => deviceId)).toEqual([mine.id, mine.id]);
  expect(await db.select().from(devices).where(eq(devices.id, mine.id))).toHaveLength(1);
});

test("any word changed after sealing breaks the seal, and nothing is booked or remembered", async () => {
  const mine = await phone();
  const { delivery } = await roadWorld();
  const requestId = uuidv7();
  const sealed = bodyOf(delivery, { lines: [{ n: 1, good: "58", damaged: "2", reason: "other" }] });
  const device = await mine.seal(requestId, sealed);
  const changes = [
    { name: "王秀英" },
    { post: "书记" },
    { occurredAt: "2022-05-10T14:13:00+08:00" },
    { part: true },
    { locale: "en" as const },
    { signature: "M1 1" },
    { lines: [] },
    { lines: [{ n: 1, good: "58", damaged: "2", reason: "other" as const, remark: "x" }] },
    { lines: [{ n: 1, good: "57", damaged: "3", reason: "other" as const }] },
  ];
  for (const change of changes) {
    const said = { ...sealed, ...change, device } as Parameters<typeof sign>[1];
    expect(await refusalCode(sign(delivery, said, requestId))).toBe("seal_broken");
  }
  const moved = { ...sealed, device } as Parameters<typeof sign>[1];
  expect(await refusalCode(sign(delivery, moved, uuidv7()))).toBe("seal_broken");
  expect(await db.select().from(devices).where(eq(devices.id, mine.id))).toHaveLength(0);
  expect(await refusalCode(sign(delivery, moved, requestId))).toBe("done");
});

test("the end of the telephone number is no part of what is sealed: it may be asked for later", async () => {
  const mine = await phone();
  const { delivery } = await roadWorld();
  const requestId = uuidv7();
  const body = bodyOf(delivery);
  const device = await mine.seal(requestId, body);
  expect(await refusalCode(sign(delivery, { ...body, phoneEnd: "4321", device }, requestId))).toBe("done");
});

test("another phone under a known id is refused, also when both come at once", async () => {
  const id = uuidv7();
  const [first, other] = [await phone(id), await phone(id)];
  const [one, two, three] = await Promise.all([roadWorld(), roadWorld(), roadWorld()]);
  await send(first, one.delivery);
  expect(await refusalCode(send(other, two.delivery))).toBe("seal_broken");
  const shared = uuidv7();
  const phones = await Promise.all(Array.from({ length: 6 }, () => phone(shared)));
  const worlds = await Promise.all(phones.map(() => roadWorld()));
  const codes = await Promise.all(phones.map((each, i) => refusalCode(send(each, worlds[i]!.delivery))));
  expect(codes.filter((code) => code === "done")).toHaveLength(1);
  expect(codes.filter((code) => code === "seal_broken")).toHaveLength(5);
  expect(await refusalCode(send(first, three.delivery))).toBe("done");
});

test("a wrong PIN remembers no phone", async () => {
  const mine = await phone();
  const { delivery } = await roadWorld();
  const wrong = { ...delivery, pin: delivery.pin === "0000" ? "0001" : "0000" };
  expect(await refusalCode(send(mine, wrong))).toBe("wrong_pin");
  expect(await db.select().from(devices).where(eq(devices.id, mine.id))).toHaveLength(0);
});

test.each([
  ["no signature", { signature: "" }],
  ["too short a signature", { signature: "AAAA" }],
  ["a key off the curve", { publicKey: { kty: "EC", crv: "P-256", x: "AAAA", y: "AAAA" } }],
])("%s is a broken seal, not a failure", async (_what, change) => {
  const mine = await phone();
  const { delivery } = await roadWorld();
  const requestId = uuidv7();
  const body = bodyOf(delivery);
  const device = { ...(await mine.seal(requestId, body)), ...change } as never;
  expect(await refusalCode(sign(delivery, { ...body, device }, requestId))).toBe("seal_broken");
});

test("of many that a phone brings, a broken seal refuses its own alone", async () => {
  const mine = await phone();
  const [one, two] = await Promise.all([roadWorld(), roadWorld()]);
  const ids = [uuidv7(), uuidv7(), uuidv7()] as const;
  const sealed = async (delivery: Door, requestId: string, change: object) => {
    const body = bodyOf(delivery);
    return saying(delivery, { ...body, ...change, device: await mine.seal(requestId, body) });
  };
  const outcomes = await confirmDeliveries([
    { actor: receiver, requestId: ids[0], input: await sealed(one.delivery, ids[0], { name: "别人" }) },
    { actor: receiver, requestId: ids[1], input: await sealed(two.delivery, ids[1], {}) },
    { actor: receiver, requestId: ids[2], input: saying(one.delivery, part("10")) },
  ]);
  expect(outcomes.map((one) => (one instanceof DomainError ? one.code : one.receipt))).toEqual([
    "seal_broken",
    1,
    1,
  ]);
});

test("phone and server make the same bytes of the same words, in one order, counts as text or numbers", () => {
  const id = "018F2B5E-7C4A-7D21-9F0E-3B6A5C2D1E01";
  const line = { n: 1, good: 58, damaged: 2n, reason: "other", remark: "" };
  const body = { code: "86DF1ABZ3", pin: "4821", name: '刘"秀"英\n', lines: [line] };
  const text = new TextDecoder().decode(sealedBody(id, body));
  expect(text).toBe(
    '{"code":"86DF1ABZ3","lines":[{"damaged":"2","good":"58","n":1,"reason":"other","remark":null}],"locale":"zh-CN",' +
      '"name":"刘\\"秀\\"英\\n","occurredAt":null,"part":false,"pin":"4821","post":null,' +
      '"requestId":"018f2b5e-7c4a-7d21-9f0e-3b6a5c2d1e01","signature":null}',
  );
  const shuffled = {
    lines: [{ ...line, good: "58", damaged: "2", remark: null }],
    name: body.name,
    pin: body.pin,
  };
  expect(sealedBody(id.toLowerCase(), { ...shuffled, code: body.code, part: null })).toEqual(
    sealedBody(id, body),
  );
});
