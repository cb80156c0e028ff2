import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { db, photos } from "#db";
import type { UserActor } from "#app/domain/actor.ts";
import { PHOTO_LIMITS } from "#app/domain/photos/limits.ts";
import { publishPhoto } from "#app/domain/photos/publish.server.ts";
import * as photoPage from "#app/routes/desk.photos.$id.tsx";
import * as addPage from "#app/routes/desk.photos.new.tsx";
import * as list from "#app/routes/desk.photos._index.tsx";
import * as casePage from "#app/routes/desk.cases.$id._index.tsx";
import * as privateFile from "#app/routes/photos.$id.ts";
import * as publicFile from "#app/routes/photos.public.$name.ts";
import * as door from "#app/routes/q.$code_.photos.ts";
import { signedWorld } from "#tests/support/cases.ts";
import { colourAt, filesKept, jpeg, keepPhoto, signing } from "#tests/support/photos.ts";
import { asking, posting, routeArgs, thrownBy } from "#tests/support/requests.ts";
import { roadWorld } from "#tests/support/road.ts";
import { makeWorld, type World } from "#tests/support/world.ts";

let photo: Uint8Array<ArrayBuffer>;
let world: World;
let id: string;
beforeAll(async () => {
  photo = await jpeg();
  world = await makeWorld();
  ({ id } = await keepPhoto(world));
});

const see = async (
  actor: UserActor | null,
  name: string,
  search = "",
  headers: Record<string, string> = {},
) => {
  const request = await asking(actor, `/photos/${name}${search}`);
  for (const [header, value] of Object.entries(headers)) request.headers.set(header, value);
  return privateFile.loader(routeArgs(request, { id: name }));
};
const seePublic = async (name: string) =>
  publicFile.loader(routeArgs(await asking(null, `/photos/public/${name}`), { name }));
const open = async (actor: UserActor, search = "", photoId = id) =>
  photoPage.loader(routeArgs(await asking(actor, `/desk/photos/${photoId}${search}`), { id: photoId }));
const row = async (photoId: string) => (await db.select().from(photos).where(eq(photos.id, photoId)))[0]!;

test("a photo is shown to whoever reaches it, never run, and kept only where it was shown", async () => {
  const answer = await see(world.actors.auditor, id);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": "inline",
    "cache-control": "private, no-cache",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(bytes.length).toBe((await row(id)).bytes);
  const tag = answer.headers.get("ETag") ?? "";
  const again = await see(world.actors.auditor, id, "", { "If-None-Match": tag });
  expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
});

test("parts can be looked at as they would be painted over, without anything changing", async () => {
  const looked = await see(world.actors.auditor, id, "?hide=100,200,300,400&hide=900,900,100,100");
  expect(looked.headers.get("Cache-Control")).toBe("no-store");
  const bytes = new Uint8Array(await looked.arrayBuffer());
  expect(await colourAt(bytes, 100, 120)).toEqual(await colourAt(bytes, 390, 290));
  expect((await row(id)).redactions).toBeNull();
  for (const wrong of ["?hide=1,2,3", "?hide=a,b,c,d", "?hide=900,0,200,10", "?hide=-1,0,10,10"]) {
    expect((await thrownBy(see(world.actors.auditor, id, wrong))).status).toBe(400);
  }
});

test("without a session nothing private can be guessed: not by id, nor by file name or fingerprint", async () => {
  const { file } = await row(id);
  const { id: published } = await keepPhoto(world);
  await publishPhoto(world.actors.fund_officer, uuidv7(), { photoId: published, redactions: [] });
  const shown = await row(published);
  for (const name of [id, file, file.slice(0, 64), shown.publicFile ?? "", uuidv7()]) {
    const answer = await thrownBy(see(null, name));
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      302,
      `/sign-in?next=%2Fphotos%2F${name}`,
    ]);
  }
  const guesses = [
    id,
    `${id}.jpg`,
    file,
    shown.file,
    file.slice(0, 64),
    `${file.slice(0, 32)}.jpg`,
    "..",
    "",
  ];
  for (const name of [...guesses, `../${file}`, `${file.slice(0, 2)}/${file}`, "%00.jpg"]) {
    expect([name, (await thrownBy(seePublic(name))).status]).toEqual([name, 404]);
  }
  expect((await seePublic(shown.publicFile ?? "")).status).toBe(200);
});

test("another organization is told no more than that there is nothing", async () => {
  const stranger = (await makeWorld()).actors.administrator;
  for (const name of [id, uuidv7(), "nothing' or 1=1", (await row(id)).file]) {
    expect([name, (await thrownBy(see(stranger, name))).status]).toEqual([name, 404]);
    expect([name, (await thrownBy(see(stranger, name, "?hide=1,1,9,9"))).status]).toEqual([name, 404]);
  }
});

test("a public photo never changes under its name", async () => {
  const { id: published } = await keepPhoto(world);
  await publishPhoto(world.actors.fund_officer, uuidv7(), { photoId: published, redactions: [] });
  const answer = await seePublic((await row(published)).publicFile ?? "");
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "cache-control": "public, max-age=86400, immutable",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect(Buffer.from(await answer.arrayBuffer()).toString("latin1")).not.toMatch(/Geheimkamera|Exif/);
});

test("covering works without script: written in fields, looked at again, then published", async () => {
  const { fund_officer: officer, warehouse_keeper: keeper } = world.actors;
  const { id: mine } = await keepPhoto(world);
  const typed = "redactions.0.x=100&redactions.0.y=200&redactions.0.width=300&redactions.0.height=400";
  const blank = "redactions.1.x=&redactions.1.y=&redactions.1.width=&redactions.1.height=";
  const first = await open(officer, "", mine);
  expect(first).toMatchObject({ looking: null, parts: [], can: { publish: true, remove: true } });
  expect((await open(keeper, "", mine)).can).toEqual({ publish: false, remove: true });
  const more = await open(officer, `?${typed}&${blank}&more=1`, mine);
  expect(more).toMatchObject({ looking: null, parts: [{ x: "100", height: "400" }], errors: undefined });
  const wrong = await open(officer, `?${typed.replace("x=100", "x=800")}&look=1`, mine);
  expect(wrong).toMatchObject({
    looking: null,
    parts: [{ x: "800" }],
    errors: { fields: { "redactions.0.width": "outside_picture" } },
  });
  const look = await open(officer, `?${typed}&${blank}&look=1`, mine);
  expect(look.looking).toEqual([{ x: 100, y: 200, width: 300, height: 400 }]);
  expect((await open(officer, `?${blank}&look=1`, mine)).looking).toEqual([]);
  expect((await row(mine)).redactions).toBeNull();

  const post = async (values: Record<string, string>) =>
    photoPage.action(routeArgs(await posting(officer, `/desk/photos/${mine}`, values), { id: mine }));
  expect(await post({ intent: "publish" })).toMatchObject({ data: { fields: { redactions: "look_first" } } });
  const form = Object.fromEntries(new URLSearchParams(typed));
  const published = await thrownBy(post({ intent: "publish", ...form }));
  expect(published.headers.get("Location")).toBe(`/desk/photos/${mine}?done=publish`);
  expect(await row(mine)).toMatchObject({ redactions: [{ x: 100 }], publishedBy: officer.userId });
  expect((await open(officer, "", mine)).parts).toMatchObject([{ x: "100", y: "200" }]);
  await thrownBy(post({ intent: "unpublish" }));
  expect(await row(mine)).toMatchObject({ publicFile: null, redactions: [{ x: 100 }] });
  expect(await post({ intent: "remove" })).toMatchObject({ data: { fields: { reason: "required" } } });
  const removed = await thrownBy(post({ intent: "remove", reason: "拍到门牌" }));
  expect(removed.headers.get("Location")).toBe("/desk/photos?done=remove");
});

const upload = async (
  actor: UserActor,
  of: string,
  file: Uint8Array<ArrayBuffer> | null,
  length?: number,
) => {
  const form = new FormData();
  const photoId = uuidv7();
  form.set("requestId", photoId);
  if (file) form.set("file", new File([file], "IMG_0001.JPG", { type: "image/jpeg" }));
  const address = `/desk/photos/new?kind=case&id=${of}`;
  const { headers } = await asking(actor, address);
  headers.set("Content-Length", String(length ?? (file?.length ?? 0) + 500));
  const request = new Request(`http://localhost${address}`, { method: "POST", body: form, headers });
  return { photoId, answer: () => addPage.action(routeArgs(request)) };
};

test("a plain form adds a photo to a case, which shows it; what is wrong is told beside the field", async () => {
  const { world: theirs, cases } = await signedWorld({ n: "1", good: "55", reason: "lost_on_the_way" });
  const [{ id: caseId } = { id: "" }] = cases;
  const { dispatcher, auditor } = theirs.actors;
  const { photoId, answer } = await upload(dispatcher, caseId, photo);
  const kept = await thrownBy(answer());
  expect(kept.headers.get("Location")).toBe(`/desk/cases/${caseId}?photo=kept#photos`);
  const shown = await casePage.loader(
    routeArgs(await asking(auditor, `/desk/cases/${caseId}`), { id: caseId }),
  );
  expect(shown).toMatchObject({ photos: [{ id: photoId, takenBy: "dispatcher" }], mayAddPhoto: false });
  const waiting = await list.loader(routeArgs(await asking(auditor, "/desk/photos")));
  expect(waiting).toMatchObject({
    view: "waiting",
    photos: { rows: [{ id: photoId, subjectKind: "case" }] },
  });

  expect(await (await upload(dispatcher, caseId, null)).answer()).toMatchObject({
    data: { fields: { file: "photo_required" } },
  });
  const text = new Uint8Array(Buffer.from("no photo"));
  expect(await (await upload(dispatcher, caseId, text)).answer()).toMatchObject({
    data: { form: expect.stringContaining("打不开") },
    init: { status: 422 },
  });
  expect(await (await upload(dispatcher, caseId, photo, 50_000_000)).answer()).toMatchObject({
    data: { fields: { file: "file_too_large" } },
    init: { status: 413 },
  });
});

interface AtDoor {
  fields?: Record<string, string>;
  file?: Uint8Array<ArrayBuffer>;
  accept?: string;
  language?: string;
  length?: number;
}

async function send(code: string, { fields = {}, file = photo, accept, language = "zh-CN", length }: AtDoor) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", new File([file], "IMG_0001.JPG", { type: "image/jpeg" }));
  const headers = {
    "Content-Length": String(length ?? file.length + 500),
    "Accept-Language": language,
    ...(accept && { Accept: accept }),
  };
  const request = new Request(`http://localhost/q/${code}/photos`, { method: "POST", body: form, headers });
  return door.action(routeArgs(request, { code }));
}

const JSON_PLEASE = "application/json";

test("at the door a script gets JSON and a plain form goes back to its page, the same again being the same", async () => {
  const { delivery } = await roadWorld();
  const confirmation = await signing(delivery.id);
  const fields = { photo: uuidv7(), confirmation, line: "1" };
  const first = await send(delivery.code, { fields, accept: JSON_PLEASE });
  expect([first.status, await first.json()]).toEqual([200, { id: fields.photo, width: 400, height: 300 }]);
  expect(await row(fields.photo)).toMatchObject({
    subjectKind: "receipt",
    subjectId: confirmation,
    lineN: 1,
  });

  const address = new URLSearchParams(fields).toString();
  const put = new Request(`http://localhost/q/${delivery.code}/photos?${address}`, {
    method: "PUT",
    headers: { "Content-Type": "image/jpeg", "Content-Length": String(photo.length), Accept: JSON_PLEASE },
    body: photo,
  });
  const again = await door.action(routeArgs(put, { code: delivery.code }));
  expect([again.status, await again.json()]).toEqual([200, { id: fields.photo, width: 400, height: 300 }]);

  const plain = await send(delivery.code, { fields: { ...fields, photo: uuidv7(), line: "" } });
  expect(plain.headers.get("Location")).toBe(`/q/${delivery.code}?signed=${confirmation}&photo=kept`);
});

test("at the door everything that is wrong has a sentence in both languages, and keeps nothing", async () => {
  const { delivery } = await roadWorld();
  const confirmation = await signing(delivery.id);
  const { code } = delivery;
  const before = filesKept();
  const text = new Uint8Array(Buffer.from("\xff\xd8\xff no photo", "latin1"));
  const fields = () => ({ photo: uuidv7(), confirmation });
  const sent: [string, number, string, AtDoor][] = [
    ["photo_unreadable", 422, code, { fields: fields(), file: text }],
    ["photo_too_large", 413, code, { fields: fields(), length: 50_000_000 }],
    ["photo_too_large", 413, code, { fields: fields(), file: new Uint8Array(PHOTO_LIMITS.bytes + 1) }],
    ["not_found", 404, code, { fields: { photo: uuidv7(), confirmation: uuidv7() } }],
    ["code_unknown", 404, "000000000", { fields: fields() }],
    ["invalid", 422, code, { fields: { photo: "1", confirmation } }],
  ];
  for (const [refusal, status, at, what] of sent) {
    for (const [language, letters] of [
      ["zh-CN", /[\u4e00-\u9fff]/],
      ["en", /^[^\u4e00-\u9fff]+$/],
    ] as const) {
      const answer = await send(at, { ...what, language, accept: JSON_PLEASE });
      const body = await answer.json();
      expect([refusal, answer.status]).toEqual([refusal, status]);
      expect(body.error).toMatchObject({ code: refusal, message: expect.stringMatching(letters) });
    }
  }
  const plain = await send(code, { fields: fields(), file: text });
  expect(plain.headers.get("Location")).toBe(`/q/${code}?signed=${confirmation}&photo=photo_unreadable`);
  expect(filesKept()).toEqual(before);
});
