import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/**
 * One pool of at most `max` connections, as `sql` (postgres.js) and as `db` (drizzle on the same pool, every statement
 * prepared). Sessions speak UTC; nothing is sent before the first query.
 *
 * Drizzle reads dates and JSON itself and takes their conversion away from the pool. So in raw `sql`, timestamps come
 * as text, a moment goes in as `date.toISOString()`, JSON goes in as `JSON.stringify(value)`, and `bigint` and
 * `numeric` come as text.
 */
export function connect(url: string, { max }: { max: number }) {
  const sql = postgres(url, {
    max,
    connect_timeout: 5,
    connection: { application_name: "jieli", TimeZone: "UTC" },
    onnotice: () => {},
  });
  return { sql, db: drizzle(preparing(sql)) };
}

/** A list in a query (`in (…)`, many rows) makes a statement of its own for each length; the long ones are not kept. */
const LONGEST_PREPARED = 100;

/** Drizzle asks postgres.js never to prepare, which costs a second round trip and a new plan for each query. */
function preparing(sql: postgres.Sql): postgres.Sql {
  return new Proxy(sql, {
    get(target, key) {
      if (key === "unsafe") return preparingUnsafe(target);
      if (key === "begin") return (work: Work) => target.begin((tx) => work(preparingInside(tx)));
      return Reflect.get(target, key);
    },
  });
}

type Work = (tx: postgres.TransactionSql) => unknown;

function preparingInside(tx: postgres.TransactionSql): postgres.TransactionSql {
  return new Proxy(tx, {
    get(target, key) {
      if (key === "unsafe") return preparingUnsafe(target);
      if (key === "savepoint")
        return (work: Work) => target.savepoint((inner) => work(preparingInside(inner)));
      return Reflect.get(target, key);
    },
  });
}

function preparingUnsafe(client: postgres.ISql): postgres.ISql["unsafe"] {
  return (query, parameters = [], options) => {
    const protocol = { ...options, prepare: parameters.length <= LONGEST_PREPARED, simple: false };
    return client.unsafe(query, parameters, protocol);
  };
}
