import { sql as query } from "drizzle-orm";
import { bigint, pgTable } from "drizzle-orm/pg-core";
import { expect, onTestFinished, test } from "vitest";
import { testAppUrl } from "#tests/support/database.ts";
import { connect } from "../../db/connect.server.ts";

function open() {
  const connection = connect(testAppUrl(), { max: 1 });
  onTestFinished(() => connection.sql.end());
  return connection;
}

async function preparedStatements({ sql }: ReturnType<typeof open>) {
  const rows = await sql<{ statement: string; uses: number }[]>`
    select statement, (generic_plans + custom_plans)::int as uses from pg_prepared_statements
    where statement like ${"%/* mine: %"}`;
  return rows.map((row) => [row.statement.match(/mine: (\w+)/)?.[1], row.uses]);
}

test("drizzle's statements are prepared once: outside, in a transaction, and in a savepoint", async () => {
  const connection = open();
  const { db } = connection;
  for (const n of [1, 2, 3]) {
    await db.execute(query`select ${n}::int /* mine: outside */`);
    await db.transaction(async (tx) => {
      await tx.execute(query`select ${n}::int /* mine: transaction */`);
      await tx.transaction((inner) => inner.execute(query`select ${n}::int /* mine: savepoint */`));
    });
  }
  expect((await preparedStatements(connection)).sort()).toEqual([
    ["outside", 3],
    ["savepoint", 3],
    ["transaction", 3],
  ]);
});

test("a statement with very many parameters is not kept", async () => {
  const connection = open();
  const numbers = Array.from({ length: 101 }, (_, n) => query`${n}::int`);
  await connection.db.execute(
    query`select 1 /* mine: long */ where 1 in (${query.join(numbers, query`, `)})`,
  );
  expect(await preparedStatements(connection)).toEqual([]);
});

test("a failed transaction rolls back", async () => {
  const { db } = open();
  await db.execute(query`create temporary table kept (n int)`);
  const failing = db.transaction(async (tx) => {
    await tx.execute(query`insert into kept values (1)`);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await db.execute(query`select n from kept`)).toHaveLength(0);
});

test("a bigint beyond 2^53 comes back whole, and sessions speak UTC", async () => {
  const { db } = open();
  const amounts = pgTable("amounts", { fen: bigint({ mode: "bigint" }) });
  await db.execute(query`create temporary table amounts (fen bigint)`);
  await db.insert(amounts).values({ fen: 9_007_199_254_740_993n });
  expect(await db.select().from(amounts)).toEqual([{ fen: 9_007_199_254_740_993n }]);
  expect(await db.execute(query`show timezone`)).toEqual([{ TimeZone: "UTC" }]);
});
