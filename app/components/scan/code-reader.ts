import wasmAddress from "zxing-wasm/reader/zxing_reader.wasm?url";

/** Finds codes in a picture. */
export interface CodeReader {
  read(picture: ImageBitmapSource): Promise<string[]>;
}

const FORMATS = ["qr_code", "data_matrix", "ean_13", "ean_8", "upc_a", "itf", "code_128"] as const;

interface Detector {
  detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

let reader: Promise<CodeReader> | undefined;

/** The browser's own reader where it knows QR codes, else the one we bring, which is fetched when it is first needed. */
export function codeReader(): Promise<CodeReader> {
  reader ??= make();
  reader.catch(() => (reader = undefined));
  return reader;
}

async function make(): Promise<CodeReader> {
  const detector = (await ownDetector()) ?? (await broughtDetector());
  return {
    read: async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue),
  };
}

async function ownDetector(): Promise<Detector | null> {
  const Own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const supported = (await Own?.getSupportedFormats().catch(() => [])) ?? [];
  if (!Own || !supported.includes("qr_code")) return null;
  return new Own({ formats: FORMATS.filter((format) => supported.includes(format)) });
}

async function broughtDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import("barcode-detector/ponyfill");
  await prepareZXingModule({
    overrides: {
      locateFile: (path: string, prefix: string) => (path.endsWith(".wasm") ? wasmAddress : prefix + path),
    },
    fireImmediately: true,
  });
  return new BarcodeDetector({ formats: [...FORMATS] });
}
