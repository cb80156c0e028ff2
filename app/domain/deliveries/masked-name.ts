/** 张秀兰 → 张＊＊: enough for those who know, nothing for those who do not. */
export function maskedName(name: string | null): string | null {
  const [first, ...rest] = name ?? "";
  return first === undefined ? null : first + "＊".repeat(Math.min(rest.length, 3));
}
