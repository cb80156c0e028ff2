import { expect } from "vitest";
import type { UserActor } from "#app/domain/actor.ts";
import { inAllStages } from "#app/domain/trace/stage.ts";
import * as casePage from "#app/routes/desk.cases.$id._index.tsx";
import * as deliveryPage from "#app/routes/desk.deliveries.$id._index.tsx";
import * as runPage from "#app/routes/desk.runs.$id._index.tsx";
import * as findPage from "#app/routes/find.tsx";
import * as sitePage from "#app/routes/s.$token.tsx";
import * as tracePage from "#app/routes/t.$code.tsx";
import { asking, posting, routeArgs } from "./requests.ts";

type Action = (args: ReturnType<typeof routeArgs>) => Promise<unknown>;
export type Values = Record<string, string>;

/** Posts a form that must go through; answers where it led. */
export async function goes(
  action: unknown,
  actor: UserActor | null,
  path: string,
  values: Values,
  params: Values = {},
) {
  const run = async () => (action as Action)(routeArgs(await posting(actor, path, values), params));
  const answer = await run().catch((thrown: unknown) => thrown);
  if (answer instanceof Response && answer.status < 400) return answer.headers.get("Location") ?? "";
  throw new Error(`${path} was refused: ${JSON.stringify(answer)}`);
}

/** The id in an address that a form led to. */
export const idIn = (location: string): string => /\/([0-9a-f-]{36})/.exec(location)?.[1] ?? "";

/** Everything the four kinds of reader are shown, in a few words each. */
export interface Readers {
  trace: string;
  token: string;
  gift: string | null;
  delivery: string | null;
  run: string | null;
  case: string | null;
  dispatcher: UserActor;
}

export async function readAll(of: Readers) {
  const [donor, site, desk, everybody] = await Promise.all([
    readTrace(of.trace),
    readSite(of.token),
    readDesk(of),
    readPublic(of.gift),
  ]);
  return { donor, site, desk, everybody };
}

async function readTrace(code: string) {
  const { data } = await tracePage.loader(routeArgs(await asking(null, `/t/${code}`), { code }));
  const { trace } = data;
  if (trace === null) throw new Error("the code led nowhere");
  const [gift] = trace.gifts;
  const stages = Object.entries(gift?.lots[0]?.stages ?? {}).filter(([, amount]) => amount !== 0n);
  if (gift) expect(inAllStages(gift.lots[0]!.stages)).toBe(80n);
  return {
    promise: trace.promise?.state,
    stages: Object.fromEntries(stages.map(([stage, amount]) => [stage, Number(amount)])),
    drops: gift?.drops.map(({ status, lines }) => `${status} ${lines[0]!.good}/${lines[0]!.quantity}`) ?? [],
    cases:
      gift?.cases.map(
        ({ kind, quantity, decision, replacement, closedAt }) =>
          `${kind} ${quantity} ${closedAt ? "closed" : (decision ?? "open")} ${replacement?.status ?? "-"}`,
      ) ?? [],
  };
}

async function readSite(token: string) {
  const { data } = await sitePage.loader(routeArgs(await asking(null, `/s/${token}`), { token }));
  if (!data.page.open) throw new Error("the site's page did not open");
  const { needs, coming, came } = data.page;
  return {
    needs: needs.map(({ status }) => status),
    coming: coming.map(({ status, lines }) => `${status} ${lines[0]!.quantity}`),
    came: came.map(({ lines }) => `${lines[0]!.good}/${lines[0]!.quantity}`).sort(),
  };
}

async function readDesk(of: Readers) {
  const args = async (path: string, id: string) => routeArgs(await asking(of.dispatcher, path), { id });
  const delivery =
    of.delivery && (await deliveryPage.loader(await args(`/desk/deliveries/${of.delivery}`, of.delivery)));
  const run = of.run && (await runPage.loader(await args(`/desk/runs/${of.run}`, of.run))).run;
  const found = of.case && (await casePage.loader(await args(`/desk/cases/${of.case}`, of.case))).found;
  return {
    delivery: delivery ? delivery.delivery.status : null,
    run: run ? `${run.status} ${run.stops.reduce((sum, { problems }) => sum + problems.length, 0)}` : null,
    case: found ? (found.closedAt ? "closed" : (found.decision ?? "open")) : null,
  };
}

async function readPublic(number: string | null) {
  if (number === null) return null;
  const { search } = await findPage.loader(routeArgs(await asking(null, `/find?q=${number}`)));
  const [found] = search.found.filter(({ organization }) => organization.startsWith("测试社会组织"));
  const lot = search.found.flatMap((each) => (each.kind === "gift" ? each.lots : []));
  if (!found) throw new Error("the public does not find the gift");
  return lot.map(({ stock, road, signed, disputed, lost }) =>
    [stock, road, signed, disputed, lost].map(Number),
  );
}
