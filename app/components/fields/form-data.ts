export type FormValue = string | File | FormValue[] | { [key: string]: FormValue };
export type FormValues = { [key: string]: FormValue };

/** A form's values, and for each of their paths the path of the input it came from. */
export interface ParsedForm {
  values: FormValues;
  /** "lines.1.item" of the values is "lines.3.item" in the form when two lines before it were blank. */
  inputPath: (path: string) => string;
}

type Leaf = string | File | (string | File)[];
type Branch = Map<string, Branch | Leaf>;

const unsafe = new Set(["__proto__", "prototype", "constructor"]);
const deepest = 6;

/**
 * The nested object that a form's flat names stand for: `lines[0].item` and `lines.0.item` alike, `tags[]` for a list
 * of texts. Blank inputs and files are left out, and so are lines in which everything is blank. `amount:unit` is put
 * behind `amount` ("12.5" and "万元" are "12.5万元"). Names that would reach a prototype are ignored.
 */
export function parseFormData(form: FormData): FormValues {
  return parseForm(form).values;
}

export function parseForm(form: FormData): ParsedForm {
  const root: Branch = new Map();
  for (const [name, value] of form) plant(root, segmentsOf(name), value);
  const moved = new Map<string, string>();
  const values = objectOf(root, "", "", moved);
  return { values, inputPath: (path) => movedPath(path, moved) };
}

/** "lines[0].item" as its steps; undefined for a name that is not to be followed. */
function segmentsOf(name: string): string[] | undefined {
  const segments = name.replace(/\[(\d*)\]/g, ".$1").split(".");
  const listOfTexts = segments.length > 1 && segments.at(-1) === "";
  const named = listOfTexts ? segments.slice(0, -1) : segments;
  const safe = named.length <= deepest && named.every((part) => /^[^[\]]+$/.test(part) && !unsafe.has(part));
  return safe ? segments : undefined;
}

function plant(root: Branch, segments: string[] | undefined, value: string | File) {
  if (segments === undefined || isBlank(value)) return;
  const [last = "", ...above] = segments.toReversed();
  const key = last === "" ? above.shift() : last;
  if (key === undefined) return;
  let branch = root;
  for (const step of above.toReversed()) {
    const next = branch.get(step) ?? new Map();
    if (!(next instanceof Map)) return;
    branch.set(step, next);
    branch = next;
  }
  const present = branch.get(key);
  if (present instanceof Map) return;
  if (last !== "") branch.set(key, value);
  else if (Array.isArray(present)) present.push(value);
  else branch.set(key, present === undefined ? [value] : [present, value]);
}

function isBlank(value: string | File): boolean {
  return typeof value === "string" ? value.trim() === "" : value.size === 0;
}

function objectOf(branch: Branch, path: string, input: string, moved: Map<string, string>): FormValues {
  const entries: [string, FormValue][] = [];
  for (const [key, child] of branch) {
    if (key.endsWith(":unit")) continue;
    const value = valueOf(child, `${path}${key}`, `${input}${key}`, moved);
    if (value !== undefined) entries.push([key, withUnit(value, branch.get(`${key}:unit`))]);
  }
  return Object.fromEntries(entries);
}

function valueOf(
  child: Branch | Leaf,
  path: string,
  input: string,
  moved: Map<string, string>,
): FormValue | undefined {
  if (!(child instanceof Map)) return child;
  const isList = [...child.keys()].every((key) => /^\d{1,5}(:unit)?$/.test(key));
  if (isList) return listOf(child, path, input, moved);
  const value = objectOf(child, `${path}.`, `${input}.`, moved);
  return Object.keys(value).length === 0 ? undefined : value;
}

function listOf(branch: Branch, path: string, input: string, moved: Map<string, string>): FormValue[] {
  const list: FormValue[] = [];
  const keys = [...branch.keys()]
    .filter((key) => !key.endsWith(":unit"))
    .sort((a, b) => Number(a) - Number(b));
  for (const key of keys) {
    const child = branch.get(key);
    const to = `${path}.${list.length}`;
    const value = child === undefined ? undefined : valueOf(child, to, `${input}.${key}`, moved);
    if (value === undefined) continue;
    moved.set(to, `${input}.${key}`);
    list.push(withUnit(value, branch.get(`${key}:unit`)));
  }
  return list;
}

function withUnit(value: FormValue, unit: Branch | Leaf | undefined): FormValue {
  if (typeof value !== "string" || typeof unit !== "string") return value;
  return /[元万亿]\s*$/.test(value) ? value : value.trim() + unit;
}

function movedPath(path: string, moved: Map<string, string>): string {
  const steps = path.split(".");
  for (let length = steps.length; length > 0; length--) {
    const origin = moved.get(steps.slice(0, length).join("."));
    if (origin !== undefined) return [origin, ...steps.slice(length)].join(".");
  }
  return path;
}

/** The value at a dotted path, or undefined. */
export function valueAt(values: FormValue | undefined, path: string): FormValue | undefined {
  let value = values;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value instanceof File) return undefined;
    value = Object.entries(value).find(([key]) => key === step)?.[1];
  }
  return value;
}
