import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import XLSX from "xlsx";
import { recordPledge } from "#app/domain/pledges/record.server.ts";
import { RecordPledge } from "#app/domain/pledges/schema.ts";
import { findNumber } from "#app/domain/reports/find.server.ts";
import { refreshPublicSummary } from "#app/domain/reports/refresh-public-summary.server.ts";
import { reportNames } from "#app/domain/reports/report-head.ts";
import { loader as find } from "#app/routes/find.tsx";
import { loader as home } from "#app/routes/_index.tsx";
import { loader as file } from "#app/routes/reports.$file.ts";
import { loader as balance } from "#app/routes/reports.balance.tsx";
import { loader as distributions } from "#app/routes/reports.distributions.tsx";
import { loader as receipts } from "#app/routes/reports.receipts.tsx";
import { asking, routeArgs } from "#tests/support/requests.ts";
import { makeWorld, stockMasks } from "#tests/support/world.ts";
import { give, pack, pay, send, signFor } from "./story.ts";

const secret = ["王秘密", "秘密有限公司", "刘秘密", "赵秘密"];

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? `${part}` : part));

test("no donor without consent, no receiver and no person who was paid is named anywhere in public", async () => {
  const world = await makeWorld();
  const money = await give(world, "100", { donor: "王秘密" });
  const payment = await pay(world, "10", { kind: "grant", payee: "赵秘密" });
  await stockMasks(world, { quantity: "10", value: "10" });
  await give(world, "5", { donor: "秘密有限公司" });
  const pledge = await recordPledge(
    world.actors.fund_officer,
    uuidv7(),
    RecordPledge.parse({ kind: "money", amount: "99", donor: "王秘密", pledgedOn: "2022-03-01" }),
  );
  const made = await pack(world, "4");
  await send(world, made.id);
  await signFor(made);
  await refreshPublicSummary();

  const pages = [
    await home(routeArgs(await asking(null, "/"))),
    await receipts(routeArgs(await asking(null, "/reports/receipts"))),
    await distributions(routeArgs(await asking(null, "/reports/distributions"))),
    await balance(routeArgs(await asking(null, "/reports/balance"))),
  ].map(textOf);
  for (const number of [money.number, payment.number, pledge.number, made.number, made.code]) {
    const page = await find(routeArgs(await asking(null, `/find?q=${number}`)));
    expect(page.search.found.length).toBeGreaterThan(0);
    pages.push(textOf(page));
  }
  for (const name of reportNames) {
    const csv = await file(routeArgs(await asking(null, `/reports/${name}.csv`), { file: `${name}.csv` }));
    pages.push(await csv.text());
    const xlsx = await file(routeArgs(await asking(null, `/reports/${name}.xlsx`), { file: `${name}.xlsx` }));
    pages.push(textOf(XLSX.read(Buffer.from(await xlsx.arrayBuffer()), { type: "buffer" }).Sheets));
  }
  expect(pages).toHaveLength(15);
  for (const page of pages) for (const name of secret) expect(page).not.toContain(name);
  for (const page of pages) expect(page).not.toContain(`"${made.pin}"`);
});

test("a file is named in the reader's language, for old programs too; what is no table is not found", async () => {
  const answer = await file(routeArgs(await asking(null, "/reports/receipts.csv"), { file: "receipts.csv" }));
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("Content-Disposition")).toMatch(
    /^attachment; filename="receipts\.csv"; filename\*=UTF-8''%E6%8D%90.*-\d{4}-\d\d-\d\d\.csv$/,
  );
  await answer.body?.cancel();
  for (const wrong of ["receipts.pdf", "donors.csv", "receipts.csv.exe", "receipts"]) {
    await expect(
      file(routeArgs(await asking(null, `/reports/${wrong}`), { file: wrong })),
    ).rejects.toMatchObject({ status: 404 });
  }
});

test("a number is found however it is typed; a slip is named", async () => {
  const world = await makeWorld();
  const gift = await give(world, "1");
  const bare = gift.number.replaceAll("-", "").toLowerCase();
  for (const typed of [
    gift.number,
    bare,
    ` ${gift.number.replaceAll("-", "－")} `,
    gift.number.replaceAll("0", "O"),
  ]) {
    const { found } = await findNumber(typed);
    expect(found).toContainEqual(expect.objectContaining({ kind: "gift", number: gift.number, donor: null }));
  }
  expect(await findNumber("SZ-2019-000001")).toMatchObject({ found: [], slip: "number" });
  expect(await findNumber("你好")).toMatchObject({ found: [], slip: "other" });
  expect(await findNumber("000000001")).toMatchObject({ found: [], slip: "code" });
  expect(await findNumber("000000000")).toMatchObject({ found: [], slip: "unknown_code" });
  expect(await findNumber(" ")).toMatchObject({ found: [], slip: null });
});

test("a gift of goods is shown as one sum: where each lot is by now", async () => {
  const world = await makeWorld();
  await stockMasks(world, { quantity: "100", value: "100" });
  const made = await pack(world, "40");
  await send(world, made.id);
  await signFor(made, { good: "30", damaged: "4", reason: "damaged_goods" });
  await send(world, (await pack(world, "25")).id);
  const [row] = (await receipts(routeArgs(await asking(null, "/reports/receipts")))).list.rows.slice(-1);
  const { found } = await findNumber(row?.giftNumber ?? "");
  const mine = found.find(({ organization }) => organization.endsWith(world.tag));
  expect(mine).toMatchObject({
    lots: [
      {
        received: 100n,
        stock: 35n,
        road: 25n,
        signed: 30n,
        disputed: 10n,
        lost: 0n,
        townships: [{ name: "潍坊新村街道", quantity: 30n }],
      },
    ],
  });
});
