import { eq, inArray } from "drizzle-orm";
import { items, sourceLots, type Tx } from "#db";
import type { Content } from "./lock-box.server.ts";

/** The names of what is in a box, for a sentence: "医用外科口罩、75%酒精". */
export async function describeContents(tx: Tx, contents: readonly Content[]): Promise<string> {
  if (contents.length === 0) return "";
  const found = await tx
    .selectDistinct({ name: items.name })
    .from(sourceLots)
    .innerJoin(items, eq(items.id, sourceLots.itemId))
    .where(
      inArray(
        sourceLots.assetId,
        contents.map(({ asset }) => asset),
      ),
    );
  return found.map(({ name }) => name).join("、");
}
