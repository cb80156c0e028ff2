import { type BrowserContext, chromium, type Page } from "@playwright/test";
import type { ScanData } from "#app/domain/boxes/scan-data.ts";
import { newCode } from "#app/domain/code.ts";
import { openSession } from "#app/domain/people/session.server.ts";
import type { ActOutcome, ActToSend } from "#app/offline/send-acts.ts";
import { signedInCookie } from "#app/session/session-cookie.server.ts";
import { requireChromium } from "#tests/support/chromium.ts";
import { box, codes, lot, scanList } from "#tests/support/scan-data.ts";
import type { Figure } from "./figure.ts";
import type { Stage } from "./seed.ts";

const BOXES = 100_000;
const LOTS = 2_000;
const SCANS = 200;

/**
 * From the last character of a scan to the picture with its verdict, in Chromium that knows 100,000 boxes: judged, kept
 * in the phone's own store, and shown. The server is not in this path, so its list and its answers are made up here.
 */
export async function* benchScan(port: number, stage: Stage): AsyncGenerator<Figure> {
  const list = fullDepot();
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await scanPage(await browser.newContext(), port, stage, list);
    const times: number[] = [];
    for (const { code } of list.boxes.slice(0, SCANS)) times.push(await scan(page, code));
    const inOrder = times.toSorted((a, b) => a - b);
    yield {
      name: "scan to feedback, 100,000 boxes known, p95",
      figure: inOrder[Math.floor(SCANS * 0.95)]!,
      unit: "ms",
      reference: { name: "limit", figure: 100 },
      goal: { atMost: 1 },
      note: `median ${inOrder[SCANS / 2]!.toFixed(0)} ms`,
    };
  } finally {
    await browser.close();
  }
}

/** A hundred thousand boxes of two thousand lots at the dock. */
const fullDepot = (): ScanData =>
  scanList({
    lots: Array.from({ length: LOTS }, (_, n) => lot(String(n + 100), { lotNumber: `L${n}` })),
    boxes: Array.from({ length: BOXES }, (_, n) =>
      box({ at: "1", in: [{ lot: n % LOTS, quantity: "2000" }] }),
    ),
    blank: Array.from({ length: 1_000 }, () => newCode()),
  });

/** The scan screen of the stage's keeper, putting boxes into a bin. */
async function scanPage(
  context: BrowserContext,
  port: number,
  { world }: Stage,
  list: ScanData,
): Promise<Page> {
  const { userId, organizationId } = world.actors.warehouse_keeper;
  const secret = await openSession(userId, organizationId, { address: "192.0.2.1", device: "bench" });
  const [pair = ""] = (await signedInCookie(secret)).split(";");
  const at = pair.indexOf("=");
  const url = `http://localhost:${port}`;
  await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url }]);
  await context.route("**/desk/scan/data?*", (route) => route.fulfill({ json: list }));
  await context.route("**/desk/scan/sync", (route) => {
    const { acts } = route.request().postDataJSON() as { acts: ActToSend[] };
    const results: ActOutcome[] = acts.map(({ requestId }) => ({ requestId, ok: true }));
    return route.fulfill({ json: { results } });
  });
  const page = await context.newPage();
  await page.goto(`${url}/desk/scan?warehouse=${world.warehouse.id}`);
  await page.locator(".scan-modes button").nth(1).click({ timeout: 60_000 });
  await scan(page, codes.binA);
  return page;
}

/** Types a label's code as a handheld scanner does; milliseconds until the browser has painted another verdict. */
function scan(page: Page, code: string): Promise<number> {
  return page.evaluate(
    (typed) =>
      new Promise<number>((resolve) => {
        let began = 0;
        // Nothing here may have a name: the compiler's helper for names is not in the page.
        new MutationObserver((_changes, verdict) => {
          verdict.disconnect();
          // The frame with the change is painted once its own callback has run.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        }).observe(document.querySelector(".scan-verdict")!, { childList: true, subtree: true });
        for (const key of [...typed, "Enter"]) {
          began = performance.now();
          document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        }
      }),
    code,
  );
}
