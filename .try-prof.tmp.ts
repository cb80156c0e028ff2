import { readFileSync } from "node:fs";
import { readWorkbook } from "#app/domain/imports/read/workbook.ts";
const b=readFileSync("/tmp/ten.xlsx");
for(let i=0;i<6;i++){const t=performance.now();readWorkbook(b);console.log((performance.now()-t).toFixed())}
