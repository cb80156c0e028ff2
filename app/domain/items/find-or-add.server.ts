import { and, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { items, type Tx } from "#db";
import { findOrAdd } from "../register.server.ts";
import { categoryOf } from "./category.ts";

export type Item = typeof items.$inferSelect;

export interface NamedItem {
  name: string;
  unit: string;
  specification?: string | null;
}

/** The catalogue's items by name; unknown ones are added with the unit they came in. */
export async function findOrAddItems(
  tx: Tx,
  organizationId: string,
  named: readonly NamedItem[],
): Promise<Map<string, Item>> {
  const first = new Map<string, NamedItem>();
  for (const item of named) if (!first.has(item.name)) first.set(item.name, item);
  return findOrAdd(
    tx,
    `items/${organizationId}`,
    [...first.keys()],
    async (wanted) => {
      const found = await tx
        .select()
        .from(items)
        .where(and(eq(items.organizationId, organizationId), inArray(items.name, wanted)));
      return new Map(found.map((item) => [item.name, item]));
    },
    async (missing) => {
      await tx.insert(items).values(
        missing.map((name) => ({
          id: uuidv7(),
          organizationId,
          name,
          category: categoryOf(name),
          baseUnit: first.get(name)?.unit ?? "件",
          specification: first.get(name)?.specification ?? null,
        })),
      );
    },
  );
}
