import { pino } from "pino";
import { client } from "#db";
import { startDatabase } from "#app/database.server.ts";

/** Prints how many confirmations the journal of DATA_DIR holds, and for how many deliveries. */
async function countConfirmations() {
  const database = await startDatabase(pino({ level: "silent" }));
  const [row] = await client`
    select count(*)::int as entries, count(distinct document_id)::int as deliveries
    from entries where kind = 'delivery.confirm'`;
  await database.close();
  console.log(JSON.stringify(row));
}

countConfirmations().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
