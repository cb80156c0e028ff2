/** One element: an application identifier and its value, "01" and "09521234543213". */
export interface Element {
  ai: string;
  value: string;
}

/** GS1 General Specifications 7.2, how many digits an application identifier has, by its first two. */
const aiLengths: readonly [from: number, to: number, length: number][] = [
  [0, 4, 2],
  [10, 22, 2],
  [23, 25, 3],
  [30, 30, 2],
  [31, 36, 4],
  [37, 37, 2],
  [39, 39, 4],
  [40, 42, 3],
  [43, 43, 4],
  [70, 70, 4],
  [71, 71, 3],
  [72, 72, 4],
  [80, 82, 4],
  [90, 99, 2],
];

/** Undefined when no application identifier begins so. */
export function aiLength(text: string): number | undefined {
  if (!/^\d\d/.test(text)) return undefined;
  const prefix = Number(text.slice(0, 2));
  return aiLengths.find(([from, to]) => prefix >= from && prefix <= to)?.[2];
}

/**
 * GS1 General Specifications 7.8.5, element strings with predefined length: characters of identifier and value
 * together, by the identifier's first two digits. After these no separator is needed. The table is closed for ever.
 */
const predefinedLengths = new Map<string, number>([
  ["00", 20],
  ["01", 16],
  ["02", 16],
  ["03", 16],
  ["04", 18],
  ...["11", "12", "13", "14", "15", "16", "17", "18", "19"].map((prefix) => [prefix, 8] as const),
  ["20", 4],
  ...["31", "32", "33", "34", "35", "36"].map((prefix) => [prefix, 10] as const),
  ["41", 16],
]);

/** Undefined when a separator or the end of the text ends the value. */
export const predefinedLength = (text: string): number | undefined => predefinedLengths.get(text.slice(0, 2));
