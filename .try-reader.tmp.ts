import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { readWorkbookInWorker } from "#app/domain/imports/read/read-in-worker.server.ts";
import * as XLSX from "xlsx";
import { readWorkbook } from "#app/domain/imports/read/workbook.ts";
const head=["序号","接收日期","捐赠单位","物资名称","规格型号","数量","单位","单价（元）","折价金额（元）","批号","有效期至","性质","定向用途"];
function make(n:number){const rows:unknown[][]=[["捐赠物资登记表（2022年3月—6月）"],["仓库：X"],head];for(let i=1;i<=n;i++)rows.push([i,["2022.3.14","3月15日","2022-03-16",44640][i%4],`示例基金会${i%90}`,`物资${i%30}`,"50只/盒",i%7?1000+i:`${1000+i}箱`,i%7?"箱":"箱",12.5,(1000+i)*12.5,`L2022${i}`,"2024-01-28",i%3?"非定向":"定向",i%3?"":"金桥镇"]);
const ws=XLSX.utils.aoa_to_sheet(rows);const wb=XLSX.utils.book_new();XLSX.utils.book_append_sheet(wb,ws,"捐物");return XLSX.write(wb,{type:"buffer",bookType:"xlsx",compression:true}) as Buffer;}
const b=make(10000);(await import("node:fs")).writeFileSync("/tmp/ten.xlsx",b);
for(let k=0;k<7;k++){const c0=process.cpuUsage();
let t=performance.now();const w=XLSX.read(b,{type:"buffer"});XLSX.utils.sheet_to_json(w.Sheets["捐物"]!,{header:1});const c1=process.cpuUsage(c0);const bare=(c1.user+c1.system)/1000;const c2=process.cpuUsage();
t=performance.now();const r=readWorkbook(b);const c3=process.cpuUsage(c2);const ours=(c3.user+c3.system)/1000;
console.log(bare.toFixed(),ours.toFixed(),(ours/bare).toFixed(2),r.sheets[0]!.rows.length,r.sheets[0]!.problems.length);}
const big=make(10);console.log(big.length);
for (const bb of [readFileSync("db/seed/case-2022/发放登记表.xlsx"),big]){
const h=monitorEventLoopDelay({resolution:2});h.enable();const t=performance.now();let mx=0,last=performance.now();const iv=setInterval(()=>{const n=performance.now();mx=Math.max(mx,n-last-2);last=n},2);
const r=await readWorkbookInWorker(bb);clearInterval(iv);
console.log("worker",(performance.now()-t).toFixed(),r.sheets[0]!.rows.length,"max lag",(h.max/1e6).toFixed(1),mx.toFixed(1),"rss",process.resourceUsage().maxRSS/1024);}
