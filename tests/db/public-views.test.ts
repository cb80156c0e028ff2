import { readdirSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db";
import { publicPayee, publicPost } from "#app/domain/reports/distribution.ts";

/** What each view publishes. Whoever adds a column decides here that everybody may read it. */
const columns: Record<string, string> = {
  public_cases: "id organization_id number delivery_id transfer_id line_n item_id quantity closed_at",
  public_deliveries:
    "id organization_id number site_id status planned_on dispatched_at confirmed_at cancelled_at need_id receiver_post",
  public_delivery_lines:
    "delivery_id n item_id quantity pack_name pack_size value_fen partly good short damaged extra",
  public_donors: "id organization_id account_id kind name",
  public_gifts:
    "id organization_id number donor_id kind pledge_id received_on fund_id amount_fen entry_id receipt_tail",
  public_hand_overs: "id organization_id number delivery_id handed_on households people",
  public_kits: "id organization_id number item_id quantity",
  public_need_lines: "need_id n item_id quantity unit",
  public_needs: "id organization_id number site_id status needed_by asked_at closed_at",
  public_payments:
    "id organization_id number fund_id payee kind purpose amount_fen paid_on township_code entry_id",
  public_pledges: "id organization_id number donor_id kind amount_fen pledged_on due_on withdrawn_at",
  public_returns: "id organization_id number delivery_id",
  public_sites: "id organization_id name kind township_code",
};

test("the public views hold these columns and no other", async () => {
  const rows = await db.execute<{ view: string; columns: string }>(sql`
    select c.table_name as view, string_agg(c.column_name, ' ' order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.views v using (table_schema, table_name)
    where c.table_schema = 'public' and c.table_name like 'public\\_%' group by 1`);
  expect(Object.fromEntries(rows.map(({ view, columns }) => [view, columns]))).toEqual(columns);
});

/** Tables that also hold names, keys, remarks or whatever somebody typed: the public's queries read their views. */
const tables =
  "donors|gifts|pledges|payments|payees|deliveries|delivery_lines|sites|hand_overs|cases|returns|kits|needs|need_lines|" +
  "users|drivers|vehicles|passes|receipts|registers|register_rows|consignments|photos|warehouses|imports";

test("no query of the public's reads the tables themselves, but the one that compares a label's code", () => {
  const read = new RegExp(`\\b(?:from|join) (?:${tables})\\b[^"\`]`, "g");
  const found = ["app/domain/reports", "app/domain/open-data"].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".server.ts"))
      .flatMap((file) => {
        const code = readFileSync(`${folder}/${file}`, "utf8").replace(/^\s*(\/?\*|\/\/).*$/gm, "");
        return [...code.matchAll(read)].map(([text]) => `${file}: ${text.trim()}`);
      }),
  );
  expect(found).toEqual(["find.server.ts: from deliveries", "find.server.ts: join deliveries"]);
});

test.each([
  ["上海某某贸易有限公司", true],
  ["浦东新区某某基金会", true],
  ["Acme Co. Ltd", true],
  ["花木街道办", true],
  ["周浦镇", true],
  ["王小明", false],
  ["李镇江", false],
  ["", false],
])("whether %s is plainly a body is answered alike by the database and by the log", async (name, isBody) => {
  const [row] = await db.execute<{ name: string | null }>(sql`select public_payee(${name}) as name`);
  expect(row?.name).toBe(isBody ? name : null);
  expect(publicPayee(name)).toBe(isBody ? name : null);
});

test.each([
  ["居委会书记", "刘红", "居委会书记"],
  [null, "刘书记", "书记"],
  [null, "王护士长", "护士长"],
  [null, "刘红", null],
  [null, null, null],
])("of whoever signed, post %s and name %s, the public reads %s", async (post, name, shown) => {
  const [row] = await db.execute<{ post: string | null }>(
    sql`select public_post(${post}::text, ${name}::text) as post`,
  );
  expect(row?.post ?? null).toBe(shown);
  expect(publicPost(post, name)).toBe(shown);
});
