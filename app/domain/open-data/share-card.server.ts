import { createRequire } from "node:module";
import sharp, { type OverlayOptions } from "sharp";

/** 1200 × 630 is what chats and social sites show in full. */
const WIDTH = 1200;
const HEIGHT = 630;
const LEFT = 72;

const INK = "#14202b";
const TONES = { in: "#1b4f8f", out: "#a04a08", left: "#37434f" } as const;

/** A school sum: received − handed out = left. */
export interface CardSum {
  title: string;
  rows: { label: string; amount: string; tone: keyof typeof TONES }[];
}

/**
 * The picture that stands beside a link to the page when it is shared: a title, at most two sums, who publishes. Drawn
 * with the font of the labels, so that it is the same on every server.
 */
export async function shareCard(card: { title: string; sums: CardSum[]; foot: string }): Promise<Buffer> {
  const layers: Promise<OverlayOptions | undefined>[] = [text(card.title, { x: LEFT, y: 60, size: 52 })];
  card.sums.slice(0, 2).forEach((sum, n) => {
    const x = LEFT + n * 548;
    layers.push(text(sum.title, { x, y: 168, size: 30 }));
    sum.rows.forEach((row, i) => {
      const y = 236 + i * 88 + (i === sum.rows.length - 1 ? 12 : 0);
      layers.push(text(row.label, { x, y: y + 12, size: 30 }));
      layers.push(text(row.amount, { x: x + 508, y, size: 48, color: TONES[row.tone], end: true }));
    });
    const above = 236 + (sum.rows.length - 1) * 88;
    layers.push(Promise.resolve(rule(x, above, 508, 4)));
    layers.push(Promise.resolve(rule(x, above + 90, 508, 3)), Promise.resolve(rule(x, above + 98, 508, 3)));
  });
  layers.push(text(card.foot, { x: LEFT, y: 560, size: 26, color: "#44525f" }));
  const drawn = (await Promise.all(layers)).filter((layer) => layer !== undefined);
  const ground = { width: WIDTH, height: HEIGHT, channels: 3 as const, background: "#ffffff" };
  return sharp({ create: ground })
    .composite([rule(0, 0, WIDTH, 16, "#123a6b"), ...drawn])
    .png({ palette: true, colours: 64 })
    .toBuffer();
}

function rule(left: number, top: number, width: number, height: number, background = INK): OverlayOptions {
  return { input: { create: { width, height, channels: 3, background } }, left, top };
}

async function text(
  words: string,
  at: { x: number; y: number; size: number; color?: string; end?: boolean },
): Promise<OverlayOptions | undefined> {
  if (words === "") return undefined;
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${at.color ?? INK}">${escaped(words)}</span>`,
      font: `Noto Sans SC Bold ${at.size}px`,
      fontfile: createRequire(import.meta.url).resolve(
        "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
      ),
      rgba: true,
      dpi: 72,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  const left = at.end ? at.x - info.width : at.x;
  const room = WIDTH - LEFT - left;
  if (info.width <= room) return { input: data, left, top: at.y };
  return { input: await sharp(data).resize({ width: room }).toBuffer(), left, top: at.y };
}

const escaped = (words: string): string =>
  words.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "");
