import { test } from "vitest";
import { db } from "#db";
import { sql } from "drizzle-orm";
import { everything } from "#app/domain/reports/filter.ts";
import { reportFile } from "#app/domain/reports/files/report-file.server.ts";
import { makeWorld } from "#tests/support/world.ts";
import { give } from "./story.ts";
import { receiveMoneyGifts } from "#app/domain/gifts/receive-money.server.ts";
test("bulk", async () => {
  const w = await makeWorld();
  const t0=Date.now();
  for (let k=0;k<10;k++) await db.transaction(async (tx) => {
    await receiveMoneyGifts(tx, w.actors.administrator, w.organizationId, Array.from({length:3000},(_,i)=>({donor:`公司${i%300}有限公司`, receivedOn:`2022-03-${String(1+i%28).padStart(2,"0")}`, pledgeId:null, note:null, responseId:w.responseId, organizationId:w.organizationId, amount:BigInt(i+1), restrictedTo:null, receiptNumber:null})) as never);
  });
  console.log("insert", Date.now()-t0);
  const time = async (n: string, f: () => Promise<unknown>) => { let lag=0, last=Date.now(); const h=setInterval(()=>{const now=Date.now(); lag=Math.max(lag, now-last-5); last=now;},5); const t=Date.now(); const r=await f(); clearInterval(h); console.log(n, Date.now()-t,"ms, lag", lag, r ?? ""); };
  for (const f of ["csv","xlsx"] as const) await time(f, async () => { let n=0; for await (const b of (await reportFile("receipts", f, everything, "zh-CN")).bytes) n+=b.length; return n; });
}, 300000);
