import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import type { ScanData } from "#app/domain/boxes/scan-data.ts";
import { labelUrl } from "#app/domain/code.ts";
import { signedIn } from "./people.ts";

/** One way of getting codes into the scan screen. */
export interface Scanner {
  page(): Page;
  /** Scans the labels one after the other; `settled` waits until the screen has them all. */
  scan(codes: readonly string[], settled: (page: Page) => Promise<void>): Promise<void>;
}

const BOXES = 20;
const UNKNOWN = 5;
const KNOWN = BOXES - UNKNOWN;
const TO_SEND = 3;
const PER_BOX = 2000;

/** A warehouse of the test's own with a bin, a consignment that is expected, a site, and twenty blank labels. */
export async function prepareDepot(browser: Browser, name: string) {
  const office = (await signedIn(browser, "administrator")).request;
  const keeper = (await signedIn(browser, "warehouse_keeper")).request;
  const warehouse = await call(office, "warehouse.add", { name });
  const { bins } = await read(office, `warehouse/${warehouse.id}`);
  const [bin] = bins;
  const item = `测试口罩${name}`;
  const line = { item, unit: "只", quantity: `${KNOWN}`, packName: "箱", packSize: `${PER_BOX}` };
  const consignment = await call(keeper, "consignment.expect", {
    warehouseId: warehouse.id,
    donor: "示例公益基金会",
    expectedBoxes: BOXES,
    lines: [line],
  });
  const site = await call(office, "site.add", {
    name: `测试居委会${name}`,
    kind: "committee",
    townshipCode: "310115016",
  });
  await call(keeper, "label.print-blank", { count: BOXES });
  const labels = await call(keeper, "label.for-bins", { warehouseId: warehouse.id, binIds: [bin.id] });
  const list = await scanList(keeper, warehouse.id);
  return {
    office,
    keeper,
    warehouse: warehouse.id as string,
    consignment: consignment.id as string,
    site: site.id as string,
    item,
    bin: { name: bin.name as string, code: labels.codes[0] as string },
    codes: list.blank.slice(0, BOXES),
  };
}

export type Depot = Awaited<ReturnType<typeof prepareDepot>>;

/** Done-when 1: twenty boxes in, five of them unknown, all put away, a delivery picked, packed and loaded, by scanning only. */
export async function runThroughDepot(scanner: Scanner, depot: Depot): Promise<void> {
  await receive(scanner, depot);
  await call(depot.office, "consignment.receive", { consignmentId: depot.consignment });
  await putAway(scanner, depot);
  const delivery = await planDelivery(depot);
  const taken = depot.codes.slice(0, TO_SEND);
  await pick(scanner, delivery, depot, taken);
  await load(scanner, taken);
  const { status } = await read(depot.office, `delivery/${delivery.id}`);
  expect(status).toBe("planned");
  await call(depot.office, "delivery.dispatch", { deliveryId: delivery.id });
  const after = await scanList(depot.keeper, depot.warehouse);
  expect(after.boxes).toHaveLength(BOXES - TO_SEND);
}

async function receive(scanner: Scanner, depot: Depot): Promise<void> {
  await scanner.page().getByRole("button", { name: "收货" }).click();
  await scanner
    .page()
    .getByRole("button", { name: /示例公益基金会/ })
    .click();
  const counts = (done: number) => async (page: Page) => {
    await expect(page.locator(".scan-count")).toContainText(`${done} / ${BOXES}`, patiently);
    await allSent(page);
  };
  await scanner.scan(depot.codes.slice(0, KNOWN), counts(KNOWN));
  await scanner.page().getByLabel("里面是").selectOption({ label: "不知道里面是什么" });
  await scanner.scan(depot.codes.slice(KNOWN), counts(BOXES));
  await scanner.page().getByRole("button", { name: "收完了" }).click();
  await expect(scanner.page().locator(".scan-sum")).toContainText(`${UNKNOWN} 箱`);
  await scanner
    .page()
    .getByRole("button", { name: /这一批收完/ })
    .click();
}

async function putAway(scanner: Scanner, depot: Depot): Promise<void> {
  await scanner.page().getByRole("button", { name: "上架", exact: true }).click();
  await refreshed(scanner.page());
  await scanner.scan([depot.bin.code, ...depot.codes], async (page) => {
    await expect(page.locator(".scan-count")).toContainText("收货区没有箱子了", patiently);
    await allSent(page);
  });
  const list = await scanList(depot.keeper, depot.warehouse);
  const bin = list.bins.find(({ code }) => code === depot.bin.code);
  expect(list.boxes.filter(({ at }) => at === bin?.account)).toHaveLength(BOXES);
  expect(list.boxes.filter((box) => box.in.length === 0)).toHaveLength(UNKNOWN);
}

async function planDelivery(depot: Depot): Promise<{ id: string; code: string }> {
  const items = await read(depot.office, `item?q=${encodeURIComponent(depot.item)}`);
  const [item] = items.rows ?? items.items ?? items;
  return call(depot.keeper, "delivery.create", {
    warehouseId: depot.warehouse,
    siteId: depot.site,
    boxes: `${TO_SEND}`,
    lines: [{ itemId: item.id, quantity: `${TO_SEND}`, packName: "箱", packSize: `${PER_BOX}` }],
  });
}

async function pick(
  scanner: Scanner,
  delivery: { code: string },
  depot: Depot,
  boxes: readonly string[],
): Promise<void> {
  await scanner.page().getByRole("button", { name: "拣货", exact: true }).click();
  await refreshed(scanner.page());
  // The sixteenth box is one that nobody opened: it must not be picked, and nothing is booked for it.
  const unknown = depot.codes[KNOWN]!;
  await scanner.scan([delivery.code, unknown, ...boxes], async (page) => {
    await expect(page.locator(".scan-count")).toContainText(`${TO_SEND} / ${TO_SEND}`, patiently);
    await expect(page.locator(".scan-run")).toContainText("不知道里面是什么", patiently);
    await allSent(page);
  });
  await scanner.page().getByRole("button", { name: "拣完了" }).click();
  await scanner.page().getByRole("button", { name: "都拿齐了，拣完" }).click();
  await allSent(scanner.page());
}

async function load(scanner: Scanner, boxes: readonly string[]): Promise<void> {
  await scanner.page().getByRole("button", { name: "装车", exact: true }).click();
  await scanner.scan(boxes, async (page) => {
    await expect(page.locator(".scan-count")).toContainText(`${TO_SEND} / ${TO_SEND}`, patiently);
    await allSent(page);
  });
  await scanner.page().getByRole("button", { name: "装完了" }).click();
  await expect(scanner.page().locator("h2")).toContainText("都装上了");
}

/** Another phone counts a box of the first line. */
export const receiveBox = (depot: Depot, code: string) =>
  call(depot.keeper, "box.receive", {
    consignmentId: depot.consignment,
    code,
    line: 1,
    quantity: `${PER_BOX}`,
  });

const patiently = { timeout: 90_000 };

/** Everything reached the server, and it refused nothing. */
async function allSent(page: Page): Promise<void> {
  await expect(page.locator(".scan-top button")).toContainText("都已上传", { timeout: 30_000 });
}

/** The screen has the server's newest list. */
async function refreshed(page: Page): Promise<void> {
  await page.locator(".scan-top button").click();
  await page.getByRole("button", { name: "刷新名单" }).click();
  await expect(page.locator(".scan-waiting")).toContainText("名单是最新的");
  await page.getByRole("button", { name: "回去扫码" }).click();
}

/** What a label says to a scanner. */
export const onLabel = (code: string): string => labelUrl("http://localhost", code);

export async function scanList(request: APIRequestContext, warehouse: string): Promise<ScanData> {
  const answer = await request.get(`/desk/scan/data?warehouse=${warehouse}`);
  expect(answer.ok()).toBe(true);
  return answer.json();
}

async function call(request: APIRequestContext, verb: string, input: object) {
  const answer = await request.post(`/api/v1/${verb.replace(".", "/")}`, {
    data: input,
    headers: { "Idempotency-Key": uuidv7() },
  });
  const body = await answer.json();
  expect(answer.ok(), `${verb}: ${JSON.stringify(body)}`).toBe(true);
  return body;
}

async function read(request: APIRequestContext, path: string) {
  const answer = await request.get(`/api/v1/${path}`);
  const body = await answer.json();
  expect(answer.ok(), `${path}: ${JSON.stringify(body)}`).toBe(true);
  return body;
}
