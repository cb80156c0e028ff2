import { buffer } from "node:stream/consumers";
import { deliveryLabelsPdf } from "#app/domain/labels/delivery-label.server.ts";
import { stockLabelsPdf } from "#app/domain/labels/stock-label.server.ts";
import { aBox } from "#tests/domain/labels/stock-story.ts";
import { aLabel, masks, suits } from "#tests/domain/labels/story.ts";

/** What a process of its own tells `benchLabels`. */
export interface Printed {
  milliseconds: number;
  /** The most it held while printing, beyond what it held before. */
  extraMegabytes: number;
}

const [paper = "", count = ""] = process.argv.slice(2);
const before = process.memoryUsage().rss;
const began = performance.now();
await print(Number(count));
const milliseconds = performance.now() - began;
const extraMegabytes = (process.resourceUsage().maxRSS * 1_024 - before) / 1e6;
process.stdout.write(JSON.stringify({ milliseconds, extraMegabytes } satisfies Printed));

async function print(labels: number): Promise<void> {
  if (paper === "100x150") {
    const cartons = Array.from({ length: labels }, (_, n) =>
      aLabel({ boxNumber: n + 1, boxCount: labels, lines: [masks, suits] }),
    );
    await deliveryLabelsPdf(cartons, paper);
  } else {
    const boxes = Array.from({ length: labels }, () => aBox({ restriction: "只给 洋泾街道" }));
    await buffer(stockLabelsPdf("bench", boxes, paper === "3x8" ? "3x8" : "60x40"));
  }
}
