#!/usr/bin/env node
/* global TextEncoder, TextDecoder, atob, crypto, fetch, console */
// 接力公开账本核对器 · Checks a Jieli log. One file, no dependencies: copy it, read it, run it with Node 20 or later.
//   node verify-log.mjs https://example.org/log [--key VKEY] [--old CHECKPOINT-FILE]
// It reads every leaf, works out the root, checks the signature, and adds the totals up anew. Exit code 1: it does not hold.

// ── the check: the same lines stand in verify.html ──
const utf8 = new TextEncoder();
const text = (bytes) => new TextDecoder().decode(bytes);
const fromBase64 = (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
const toHex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const same = (one, other) => toHex(one) === toHex(other);
function join(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) bytes.set(part, (at += part.length) - part.length);
  return bytes;
}

/** tile/0/x001/x234/067.p/5 of C2SP tlog-tiles. */
function tilePath(level, n, width) {
  const groups = String(n)
    .padStart(Math.ceil(String(n).length / 3) * 3, "0")
    .match(/\d{3}/g);
  const number = groups.map((group, i) => (i < groups.length - 1 ? "x" : "") + group).join("/");
  return `tile/${level}/${number}${width === 256 ? "" : `.p/${width}`}`;
}

/** The root of RFC 6962 over leaf hashes. */
async function rootOf(hashes, sha256) {
  if (hashes.length === 0) return sha256(new Uint8Array());
  let row = hashes;
  while (row.length > 1) {
    const above = [];
    for (let i = 0; i + 1 < row.length; i += 2) above.push(await sha256(join([1], row[i], row[i + 1])));
    // A node without a sibling is carried up as it is, which is the same tree.
    if (row.length % 2 === 1) above.push(row.at(-1));
    row = above;
  }
  return row[0];
}

function parseCheckpoint(note) {
  const end = note.lastIndexOf("\n\n") + 1;
  const [origin, size, root] = note.slice(0, end).split("\n");
  if (end === 0 || !/^\d+$/.test(size) || !root) throw new Error("not a checkpoint: " + note.slice(0, 80));
  const body = note.slice(0, end);
  return { origin, size: Number(size), root: fromBase64(root), body, lines: note.slice(end + 1) };
}

/** true, false, or null where this machine has no Ed25519. */
async function isSigned({ origin, body, lines }, vkey, sha256) {
  const [name, id] = vkey.split("+");
  const typed = fromBase64(vkey.slice(name.length + id.length + 2));
  const ownId = (await sha256(join(utf8.encode(name + "\n"), typed))).slice(0, 4);
  if (typed[0] !== 1 || typed.length !== 33 || toHex(ownId) !== id || name !== origin) return false;
  const own = lines.split("\n").filter((line) => line.startsWith(`— ${name} `));
  const bytes = own
    .map((line) => fromBase64(line.split(" ")[2]))
    .filter((one) => same(one.slice(0, 4), ownId));
  const raw = crypto.subtle?.importKey("raw", typed.slice(1), "Ed25519", false, ["verify"]);
  const key = await Promise.resolve(raw).catch(() => null);
  if (!key) return null;
  const good = bytes.map((one) => crypto.subtle.verify("Ed25519", key, one.slice(4), utf8.encode(body)));
  return good.length > 0 && (await Promise.all(good)).every(Boolean);
}

/** Each flow: from these kinds of account to those; the way back takes it back. */
const way = (ones, others) => [ones.split(" "), others.split(" ")];
const WAREHOUSE = "dock bin staging quarantine";
const STOCK = `${WAREHOUSE} transfer`;
const MONEY = {
  held: "fund",
  received: [way("donor", "fund")],
  out: [way("fund", "supplier grantee")],
  lost: [],
};
const GOODS = {
  held: STOCK,
  received: [way("donor supplier", STOCK)],
  out: [way(STOCK, "delivery site"), way(WAREHOUSE, "dispute")],
  lost: [way(STOCK, "loss"), way("transfer", "dispute")],
};

function addUp(totals, { postings = [] }) {
  for (const { from, to, asset, amount, valueFen } of postings) {
    const flows = asset === "CNY" ? MONEY : GOODS;
    const sum = (totals[asset === "CNY" ? "CNY" : `${asset.item} (${asset.unit})`] ??= {
      ...{ received: 0n, out: 0n, lost: 0n, left: 0n, receivedFen: 0n, outFen: 0n, lostFen: 0n, leftFen: 0n },
    });
    const between = ([ones, others]) =>
      Number(ones.includes(from.kind) && others.includes(to.kind)) -
      Number(others.includes(from.kind) && ones.includes(to.kind));
    const add = (flow, sign) => {
      sum[flow] += BigInt(sign) * BigInt(amount);
      sum[`${flow}Fen`] += BigInt(sign) * BigInt(valueFen);
    };
    for (const flow of ["received", "out", "lost"]) for (const ends of flows[flow]) add(flow, between(ends));
    const held = flows.held.split(" ");
    add("left", Number(held.includes(to.kind)) - Number(held.includes(from.kind)));
  }
}

/** Checks a log. `read(path)` answers bytes, `sha256` may be async. `wrong` are leaves that are not what was signed. */
async function checkLog({ read, sha256, vkey, old, progress }) {
  const key = vkey || text(await read("vkey")).trim();
  const head = parseCheckpoint(text(await read("checkpoint")));
  const hashes = [];
  const wrong = [];
  const totals = {};
  for (let n = 0; n * 256 < head.size; n += 1) {
    const width = Math.min(256, head.size - n * 256);
    const bundle = await read(tilePath("entries", n, width));
    const tile = await read(tilePath(0, n, width));
    let at = 0;
    for (let i = 0; i < width; i += 1) {
      const length = bundle[at] * 256 + bundle[at + 1];
      const leaf = bundle.slice(at + 2, (at += 2 + length));
      const hash = await sha256(join([0], leaf));
      hashes.push(hash);
      if (!same(hash, tile.slice(i * 32, i * 32 + 32))) wrong.push({ index: n * 256 + i, leaf: text(leaf) });
      else addUp(totals, JSON.parse(text(leaf)));
    }
    progress?.(hashes.length, head.size);
  }
  const rootHolds = same(await rootOf(hashes, sha256), head.root);
  if (!rootHolds && wrong.length === 0) {
    const full = Math.floor(head.size / 256);
    for (let n = 0; n < full; n += 1) {
      const above = await read(tilePath(1, n >> 8, Math.min(256, full - (n >> 8) * 256)));
      const own = await rootOf(hashes.slice(n * 256, n * 256 + 256), sha256);
      if (!same(own, above.slice((n % 256) * 32).slice(0, 32)))
        wrong.push({ index: n * 256, to: n * 256 + 255 });
    }
  }
  const before = old ? parseCheckpoint(old) : null;
  const past = before && (await rootOf(hashes.slice(0, before.size), sha256));
  const follows = !before || (before.size <= head.size && same(past, before.root));
  const signed = await isSigned(head, key, sha256);
  return { key, head, signed, rootHolds, wrong, before, follows, totals };
}
// ── end of the check ──

const { createHash } = await import("node:crypto");
const { readFileSync } = await import("node:fs");
const { argv, exit } = await import("node:process");
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const [url] = argv.slice(2);
if (!url || url.startsWith("-")) {
  console.error("usage: node verify-log.mjs https://example.org/log [--key VKEY] [--old CHECKPOINT-FILE]");
  exit(2);
}
const prefix = url.replace(/\/+$/, "").replace(/(?<!\/log)$/, "/log");
const read = async (path) => {
  const response = await fetch(`${prefix}/${path}`);
  if (!response.ok) throw new Error(`${prefix}/${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
const sha256 = (bytes) => new Uint8Array(createHash("sha256").update(bytes).digest());
const old = option("--old") && readFileSync(option("--old"), "utf8");
const { key, head, signed, rootHolds, wrong, before, follows, totals } = await checkLog({
  ...{ read, sha256, vkey: option("--key"), old },
});
const say = (holds, chinese, english) => console.log(`${holds ? "✓" : "✗"} ${chinese}  ${english}`);
if (!option("--key"))
  console.log(`! 公钥来自对方网站，请与别处公布的比对。The key came from the site: compare it.\n  ${key}`);
const shorter = (leaf) => (leaf ? `\n    ${leaf.slice(0, 300)}` : "");
say(
  signed,
  `${head.size} 条的检查点有签名`,
  `the checkpoint of ${head.size} leaves is signed by ${head.origin}`,
);
say(rootHolds, "每一条都算进了签过名的根", "every leaf is part of the root that was signed");
for (const { index, to, leaf } of wrong) {
  const place = to ? `${index}–${to}` : `${index}`;
  say(false, `第 ${place} 条与签名时不同`, `leaf ${place} is not what was signed${shorter(leaf)}`);
}
if (before)
  say(follows, `从 ${before.size} 条的旧检查点接着来`, `it goes on from the older one of ${before.size}`);
console.log(
  "\n重新加总，钱以分计 Added up anew, money in fen (收 received, 发 handed out, 损 lost, 存 left):",
);
for (const [name, sum] of Object.entries(totals)) {
  const value = `，折价 value ${sum.receivedFen}, ${sum.outFen}, ${sum.lostFen}, ${sum.leftFen}`;
  const amounts = `收 ${sum.received}  发 ${sum.out}  损 ${sum.lost}  存 ${sum.left}`;
  console.log(`  ${name}: ${amounts}${name === "CNY" ? "" : value}`);
}
exit(signed && rootHolds && wrong.length === 0 && follows ? 0 : 1);
