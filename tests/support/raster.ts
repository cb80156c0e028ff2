import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
});

/** A printed page in grey, 0 black to 255 white, row by row. */
export type Raster = { width: number; height: number; grey: Uint8Array };

/** Prints a PDF as a label printer of 203 dpi would, with pdftoppm of poppler-utils. */
export function rasterise(pdf: Uint8Array, dotsPerInch = 203.2): Raster[] {
  const folder = mkdtempSync(join(tmpdir(), "labels-"));
  try {
    writeFileSync(join(folder, "labels.pdf"), pdf);
    execFileSync("pdftoppm", [
      "-gray",
      "-r",
      String(dotsPerInch),
      join(folder, "labels.pdf"),
      join(folder, "page"),
    ]);
    const pages = readdirSync(folder).filter((name) => name.endsWith(".pgm"));
    return pages.sort().map((name) => parsePgm(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The texts of all QR codes on a page, in no order. */
export async function readQrCodes(page: Raster): Promise<string[]> {
  const data = new Uint8ClampedArray(page.width * page.height * 4);
  page.grey.forEach((grey, at) => data.set([grey, grey, grey, 255], at * 4));
  const image = { data, width: page.width, height: page.height, colorSpace: "srgb" as const };
  const codes = await readBarcodes(image, { formats: ["QRCode"], maxNumberOfSymbols: 30 });
  return codes.map((code) => code.text);
}

/** How many dots are dark within a rectangle in millimetres. */
export function ink(page: Raster, x: number, y: number, width: number, height: number): number {
  return cut(page, x, y, width, height).filter((grey) => grey < 128).length;
}

/** The dots of a rectangle in millimetres. */
export function cut(page: Raster, x: number, y: number, width: number, height: number): Uint8Array {
  const dots = (millimetres: number) => Math.round(millimetres * 8);
  const rows = Array.from({ length: dots(height) }, (_, row) => {
    const start = (dots(y) + row) * page.width + dots(x);
    return page.grey.subarray(start, start + dots(width));
  });
  return Uint8Array.from(rows.flatMap((row) => [...row]));
}

function parsePgm(file: Buffer): Raster {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 60).toString("latin1"));
  if (!header) throw new Error("not a PGM image");
  const grey = new Uint8Array(file.subarray(header[0].length));
  return { width: Number(header[1]), height: Number(header[2]), grey };
}
