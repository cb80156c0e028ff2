import { readFileSync } from "node:fs";
import { uuidv7 } from "uuidv7";
import * as XLSX from "xlsx";
import { z } from "zod";
import { xlsxOf } from "#tests/domain/imports/read/sheets.ts";
import type { BuiltServer } from "./cluster.ts";
import type { Figure } from "./figure.ts";
import { openClient, requestOf } from "./http-client.ts";
import { tokenOf } from "./journey.ts";
import type { Stage } from "./seed.ts";

const ROWS = 10_000;
const Made = z.object({ id: z.string() });

/**
 * Ten thousand lines of goods through the built server, upload and commit, against parsing the file alone. Its memory is
 * the most the process ever held; its event loop is watched by asking it for /healthz all the while.
 */
export async function* benchImport(server: BuiltServer, stage: Stage): AsyncGenerator<Figure> {
  const authorization = `Bearer ${await tokenOf(stage)}`;
  const client = await openClient(server.port);
  const post = async (path: string, body: object) => {
    const request = requestOf("POST", `/api/v1/${path}`, { requestId: uuidv7(), ...body }, { authorization });
    const sent = performance.now();
    const answered = await client.send(request);
    if (answered.status !== 200) throw new Error(`answered ${answered.status}: ${answered.body}`);
    return { id: Made.parse(JSON.parse(answered.body)).id, milliseconds: performance.now() - sent };
  };
  await post("import/upload", { fileName: "小表.xlsx", file: giftList(100, "小").toString("base64") });
  const file = giftList(ROWS, "大");
  const parsing = parseAlone(file);
  const watch = await watchEventLoop(server.port);
  const draft = await post("import/upload", { fileName: "捐赠登记总表.xlsx", file: file.toString("base64") });
  const committed = await post("import/commit", { importId: draft.id });
  const lag = await watch.end();
  client.close();
  const alone = { name: "parsing alone", figure: (parsing + parseAlone(file)) / 2 };
  yield {
    name: "import of 10,000 gift lines: into the books",
    figure: committed.milliseconds,
    unit: "ms",
    reference: alone,
    goal: { atMost: 4.5 },
    note: `reading and checking it before, ${Math.round(draft.milliseconds)} ms`,
  };
  const goal = { atMost: 1 };
  yield { name: "its memory", figure: mostMemory(server.pid), unit: "MB", reference: limit(400), goal };
  yield {
    name: "its event loop, 99th percentile",
    figure: lag.p99,
    unit: "ms",
    reference: limit(50),
    goal,
    note: `longest ${Math.round(lag.longest)} ms`,
  };
}

const limit = (figure: number) => ({ name: "limit", figure });

export function giftList(rows: number, tag: string): Buffer {
  const header =
    "序号 接收日期 捐赠单位 物资名称 规格型号 数量 单位 单价（元） 折价金额（元） 批号 有效期至 性质 定向用途";
  const lines = Array.from({ length: rows }, (_, i) => [
    i + 1,
    ["2022.3.14", "3月15日", "2022-03-16", 44640][i % 4] ?? null,
    `示例基金会${i % 90}`,
    `物资${i % 30}`,
    "50只/盒",
    1000 + i,
    "只",
    12.5,
    (1000 + i) * 12.5,
    `${tag}2022${i}`,
    "2024-01-28",
    i % 3 ? "非定向" : "定向",
    i % 3 ? "" : "金桥镇",
  ]);
  return xlsxOf({ rows: [["捐赠物资登记表（2022年3月—6月）"], header.split(" "), ...lines] });
}

/** Milliseconds that the spreadsheet library alone takes to read the file's cells. */
export function parseAlone(file: Buffer): number {
  const from = performance.now();
  const workbook = XLSX.read(file, { type: "buffer" });
  for (const sheet of Object.values(workbook.Sheets)) XLSX.utils.sheet_to_json(sheet, { header: 1 });
  return performance.now() - from;
}

async function watchEventLoop(port: number) {
  const client = await openClient(port);
  const request = requestOf("GET", "/healthz");
  const times: number[] = [];
  let over = false;
  const asking = (async () => {
    while (!over) {
      const sent = performance.now();
      await client.send(request);
      times.push(performance.now() - sent);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  return {
    end: async () => {
      over = true;
      await asking;
      client.close();
      times.sort((a, b) => a - b);
      return { p99: times[Math.floor(times.length * 0.99)] ?? 0, longest: times.at(-1) ?? 0 };
    },
  };
}

/** The most memory the process ever held, in megabytes. */
function mostMemory(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}
