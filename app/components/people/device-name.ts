// The first that fits: most browsers also name those they descend from.
const browsers: [RegExp, string][] = [
  [/MicroMessenger\//, "WeChat"],
  [/Edg\w*\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/HuaweiBrowser\//, "Huawei Browser"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** What a browser calls itself, short: "WeChat, Android". Undefined when it says nothing known. */
export function deviceName(userAgent: string | null): string | undefined {
  const known = [browsers, systems].map((names) => names.find(([sign]) => sign.test(userAgent ?? ""))?.[1]);
  return known.filter((name) => name !== undefined).join(", ") || undefined;
}
