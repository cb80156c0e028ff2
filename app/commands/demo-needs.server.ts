import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { db, deliveries, needs, sites, warehouses } from "#db";
import type { MemberActor, OperatorActor } from "#app/domain/actor.ts";
import { civilDate } from "#app/domain/dates.ts";
import { createDelivery } from "#app/domain/deliveries/create.server.ts";
import { CreateDelivery } from "#app/domain/deliveries/schema.ts";
import { answerNeed } from "#app/domain/needs/answer.server.ts";
import { getNeed } from "#app/domain/needs/get.server.ts";
import { recordNeed } from "#app/domain/needs/record.server.ts";
import { AnswerNeed, RecordNeed, type Wish } from "#app/domain/needs/schema.ts";
import type { Site } from "#app/domain/places/find-site.server.ts";
import { shareSite } from "#app/domain/places/share-site.server.ts";
import { siteLink } from "#app/session/site-link.server.ts";
import { demoUser } from "./demo-warehouse.server.ts";

/** The site whose own page the demo opens. */
const OWN_PAGE = "高青路居委会";
const DAY = 86_400_000;

/**
 * What sites ask for, in every step: not looked at yet, too late, accepted, being packed, declined. Nothing leaves the
 * warehouse. Told once; answers the address of one site's own page, a new one each time.
 */
export async function tellDemoNeeds(operator: OperatorActor): Promise<string> {
  const dispatcher = await demoUser(operator, "dispatcher");
  const own = await siteCalled(operator, OWN_PAGE);
  const [told] = await db.select().from(needs).where(eq(needs.organizationId, operator.organizationId));
  if (!told) await askAround(operator, dispatcher, own);
  return siteLink(await shareSite(dispatcher, uuidv7(), { siteId: own.id }));
}

async function askAround(operator: OperatorActor, dispatcher: MemberActor, own: Site): Promise<void> {
  const others = await otherSites(operator, own);
  const asking = [
    { site: own, hours: 2, wish: { wish: "二手棉被", quantity: 30n, unit: "条" }, people: 30 },
    {
      site: others[0],
      hours: 15,
      wish: { wish: "成人尿布", quantity: 120n, unit: "包" },
      people: 36,
      days: 1,
    },
    {
      site: others[1],
      hours: 6,
      wish: { wish: "医用外科口罩", quantity: 2000n, unit: "只" },
      people: 400,
      days: 3,
    },
    { site: own, hours: 9, wish: { wish: "慰问卡", quantity: 200n, unit: "张" }, people: 200, days: 1 },
    { site: others[2], hours: 20, wish: { wish: "制氧机", quantity: 2n, unit: "台" }, people: 2 },
  ];
  const [, , accepted, packed, declined] = await inTurn(asking, ({ site, ...asked }) =>
    ask(dispatcher, site ?? own, asked),
  );
  await answer(dispatcher, accepted!, "accept", "口罩 2,000 只，明天上午 10 点前后到，请留人收货。");
  await answer(dispatcher, packed!, "accept", "慰问卡 200 张，今天下午跟车到。");
  await answer(dispatcher, declined!, "decline", "仓库里没有制氧机，已经转给区里的医疗保障组。");
  await pack(operator, dispatcher, own, packed!);
}

async function inTurn<Given, Made>(
  all: readonly Given[],
  make: (one: Given) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of all) made.push(await make(one));
  return made;
}

/** Asked so many hours ago, wanted within so many days. */
async function ask(
  dispatcher: MemberActor,
  site: Site,
  { hours, wish, people, days }: { hours: number; wish: Wish; people: number; days?: number },
): Promise<string> {
  const lines = [{ ...wish, quantity: `${wish.quantity}` }];
  const input = RecordNeed.parse({
    siteId: site.id,
    lines,
    people: `${people}`,
    neededBy: days === undefined ? "" : civilDate(new Date(Date.now() + days * DAY)),
    askedBy: "居委会书记",
  });
  const { id } = await recordNeed(dispatcher, uuidv7(), input);
  await db
    .update(needs)
    .set({ askedAt: sql`now() - make_interval(hours => ${hours})` })
    .where(eq(needs.id, id));
  return id;
}

const answer = (by: MemberActor, needId: string, decision: "accept" | "decline", words: string) =>
  answerNeed(by, uuidv7(), AnswerNeed.parse({ needId, decision, answer: words }));

async function pack(operator: OperatorActor, dispatcher: MemberActor, site: Site, needId: string) {
  const [warehouse] = await db
    .select()
    .from(warehouses)
    .where(eq(warehouses.organizationId, operator.organizationId))
    .orderBy(asc(warehouses.createdAt))
    .limit(1);
  const [line] = (await getNeed(dispatcher, needId)).lines;
  const input = {
    warehouseId: warehouse!.id,
    siteId: site.id,
    boxes: 1,
    needId,
    lines: [{ itemId: line!.itemId, quantity: `${line!.quantity}` }],
  };
  await createDelivery(dispatcher, uuidv7(), CreateDelivery.parse(input));
}

async function siteCalled({ organizationId }: OperatorActor, name: string): Promise<Site> {
  const [site] = await db
    .select()
    .from(sites)
    .where(and(eq(sites.organizationId, organizationId), eq(sites.name, name)));
  if (!site) throw new Error(`the demo has no ${name}`);
  return site;
}

/** Three sites that were delivered to before. */
async function otherSites({ organizationId }: OperatorActor, own: Site): Promise<Site[]> {
  const rows = await db
    .selectDistinct({ site: sites })
    .from(sites)
    .innerJoin(deliveries, eq(deliveries.siteId, sites.id))
    .where(
      and(eq(sites.organizationId, organizationId), ne(sites.id, own.id), isNotNull(deliveries.confirmedAt)),
    )
    .orderBy(asc(sites.name))
    .limit(3);
  return rows.map(({ site }) => site);
}
