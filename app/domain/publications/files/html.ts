import type { Messages } from "#app/i18n/messages.ts";
import { formatYuan } from "../../money.ts";
import { formatWhole } from "../../quantity.ts";
import type { Cell } from "../../reports/column.ts";
import type { Edition, PublicationHead } from "../head.ts";
import { xmlText } from "./xml.ts";

const STYLE = `body{font:16px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;color:#14202b;margin:0 auto;max-width:1400px;padding:16px}
h1{font-size:26px;line-height:1.25}h2{font-size:21px;margin-top:40px}dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:4px 24px}
dt{color:#44525f;float:left;margin-right:8px}dd{margin:0}div.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}
th,td{padding:4px 8px;border-bottom:1px solid #dbe1e6;text-align:left;vertical-align:top}th{white-space:nowrap}.n{text-align:right;white-space:nowrap}
tfoot td{font-weight:700;border-top:1px solid #14202b;border-bottom:3px double #14202b}footer{margin-top:40px;color:#44525f}a{color:#1b4f8f}`;

/** The report as one page that needs nothing else: no script, no other file. */
export class HtmlReport {
  readonly #parts: string[] = [];
  readonly #foot: readonly string[];
  #numeric: boolean[] = [];

  constructor({ url }: Edition, { title, facts, foot }: PublicationHead, words: Messages["publications"]) {
    this.#foot = foot;
    const list = facts.map(
      ({ label, text }) => `<div><dt>${xmlText(label)}</dt><dd>${xmlText(text)}</dd></div>`,
    );
    this.#parts.push(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
      `<title>${xmlText(title)}</title><style>${STYLE}</style></head><body><h1>${xmlText(title)}</h1><dl>${list.join("")}</dl>`,
      `<p><a href="${xmlText(url)}">${xmlText(words.otherFiles)}</a></p>`,
    );
  }

  begin(
    id: string,
    title: string,
    columns: readonly { label: string; numeric?: boolean | undefined }[],
  ): void {
    this.#numeric = columns.map(({ numeric }) => numeric ?? false);
    const heads = columns.map(
      ({ label, numeric }) => `<th scope="col"${numeric ? ' class="n"' : ""}>${xmlText(label)}</th>`,
    );
    this.#parts.push(
      `<h2 id="${id}">${xmlText(title)}</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">`,
      `<table><thead><tr>${heads.join("")}</tr></thead><tbody>`,
    );
  }

  rows(rows: readonly (readonly Cell[])[]): void {
    this.#parts.push(rows.map((row) => this.#row(row)).join(""));
  }

  end(foot: readonly (readonly Cell[])[]): void {
    this.#parts.push(`</tbody><tfoot>${foot.map((row) => this.#row(row)).join("")}</tfoot></table></div>`);
  }

  finish(): string {
    const lines = this.#foot.map((text) => `<p>${xmlText(text)}</p>`).join("");
    return `${this.#parts.join("")}<footer>${lines}</footer></body></html>\n`;
  }

  #row(cells: readonly Cell[]): string {
    const marks = cells.map(
      (cell, i) =>
        `<td${this.#numeric[i] && typeof cell !== "string" ? ' class="n"' : ""}>${xmlText(shown(cell))}</td>`,
    );
    return `<tr>${marks.join("")}</tr>`;
  }
}

function shown(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  return "fen" in cell ? formatYuan(cell.fen) : formatWhole(cell.whole);
}
