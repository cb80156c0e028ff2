import { uuidv7 } from "uuidv7";
import { beforeAll, expect, test } from "vitest";
import { gifts, db } from "#db";
import { examples } from "#app/api/examples.ts";
import type { UserActor } from "#app/domain/actor.ts";
import { queries } from "#app/domain/queries.server.ts";
import { verbs } from "#app/domain/verbs.server.ts";
import { type Ids, type Kind, makeBelongings } from "#tests/support/belongings.ts";
import { eq } from "drizzle-orm";

let mine: UserActor;
let theirs: Ids & { entry: string };

beforeAll(async () => {
  const own = await makeBelongings();
  const other = await makeBelongings();
  const [gift] = await db.select().from(gifts).where(eq(gifts.id, other.ids.gift));
  mine = own.world.actors.administrator;
  theirs = { ...other.ids, entry: gift!.entryId };
});

const single = queries.filter(
  ({ asks, path }) => asks === "member" && path.endsWith("/:id") && path !== "history/:id",
);
const lists = queries.filter(
  ({ asks, path, filter }) => asks === "member" && !path.includes(":") && filter.safeParse({}).success,
);

test.each(single.map((query) => [query.path, query] as const))(
  "GET %s: another organization's id is not found",
  async (path, query) => {
    const noun = path.split("/")[0] ?? "";
    const id = theirs[noun as Kind];
    expect(id, `an id for ${path}`).toBeTypeOf("string");
    await expect(query.read(mine, id, {})).rejects.toMatchObject({ code: "not_found" });
  },
);

test.each(lists.map((query) => [query.path, query] as const))(
  "GET %s: nothing of another organization is listed",
  async (_path, query) => {
    const text = JSON.stringify(await query.read(mine, "", {}), (_key, value: unknown) =>
      typeof value === "bigint" ? `${value}` : value,
    );
    for (const id of Object.values(theirs).filter((value) => value.includes("-"))) {
      expect(text).not.toContain(id);
    }
  },
);

test("GET history: another organization's document has no history here", async () => {
  const history = queries.find(({ path }) => path === "history/:id")!;
  expect(await history.read(mine, theirs.gift, {})).toEqual([]);
});

test("GET available: another organization's warehouse and site are not found", async () => {
  const available = queries.find(({ path }) => path === "available")!;
  const parameters = { warehouseId: theirs.warehouse, siteId: theirs.site };
  await expect(available.read(mine, "", parameters)).rejects.toMatchObject({ code: "not_found" });
});

/** Which id a field of a verb names. `assetId` and `accountId` stand beside a warehouse, which is asked for first. */
const kinds: Record<string, keyof typeof theirs> = {
  organizationId: "organization",
  warehouseId: "warehouse",
  fromWarehouseId: "warehouse",
  toWarehouseId: "secondWarehouse",
  transferId: "transfer",
  writeOffId: "write-off",
  siteId: "site",
  binId: "bin",
  itemId: "item",
  assetId: "lot",
  accountId: "account",
  deliveryId: "delivery",
  donorId: "donor",
  pledgeId: "pledge",
  importId: "import",
  entryId: "entry",
  needId: "need",
  photoId: "photo",
  subjectId: "case",
  questionId: "question",
  userId: "user",
  tokenId: "token",
  invitationId: "invitation",
};

function withTheirIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTheirIds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const kind = kinds[key];
      return [key, kind && typeof inner === "string" ? theirs[kind] : withTheirIds(inner)];
    }),
  );
}

/** Verbs that need no account ask for their own key first: a code, or a link. */
const naming = verbs.filter(
  ({ name, asks }) => asks !== "anyone" && /"\w+Id":/.test(JSON.stringify(examples[name])),
);

test("every verb that takes an id is tried", () => {
  expect(naming.length).toBeGreaterThan(15);
});

test.each(naming.map((verb) => [verb.name, verb] as const))(
  "POST %s: another organization's ids are not found",
  async (name, verb) => {
    const run = async () => verb.call(mine, uuidv7(), withTheirIds(examples[name]));
    await expect(run()).rejects.toMatchObject({ code: "not_found" });
  },
);
