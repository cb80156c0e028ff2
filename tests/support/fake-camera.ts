import { closeSync, openSync, writeSync } from "node:fs";
import QRCode from "qrcode";

const WIDTH = 320;
const HEIGHT = 240;
const FRAMES_PER_SECOND = 5;
/** Each code is held in view for a second and taken away for a second, as a hand does from box to box. */
const SHOWN = 5;
const AWAY = 5;
const WHITE = 235;
const BLACK = 16;

/**
 * Writes what Chromium's fake camera shows (`--use-file-for-fake-video-capture`): one QR code after the other, over and
 * over. The format is YUV4MPEG2, 4:2:0, so no video tool is needed.
 */
export function writeFakeCamera(file: string, texts: readonly string[]): void {
  const out = openSync(file, "w");
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const show = (picture: Buffer, frames: number) => {
    for (let n = 0; n < frames; n += 1) {
      writeSync(out, "FRAME\n");
      writeSync(out, picture);
      writeSync(out, colours);
    }
  };
  const blank = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  writeSync(out, `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420mpeg2\n`);
  show(blank, AWAY);
  for (const text of texts) {
    show(pictureOf(text), SHOWN);
    show(blank, AWAY);
  }
  closeSync(out);
}

/** A QR code in the middle of the picture, as large as fits with its quiet zone. */
function pictureOf(text: string): Buffer {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const scale = Math.floor(HEIGHT / (size + 8));
  const left = (WIDTH - size * scale) >> 1;
  const top = (HEIGHT - size * scale) >> 1;
  const picture = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  for (let y = 0; y < size * scale; y += 1) {
    for (let x = 0; x < size * scale; x += 1) {
      const dark = modules.get(Math.floor(y / scale), Math.floor(x / scale));
      if (dark) picture[(y + top) * WIDTH + x + left] = BLACK;
    }
  }
  return picture;
}
