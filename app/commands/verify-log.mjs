#!/usr/bin/env node
/* global TextEncoder, TextDecoder, atob, crypto, fetch, console, process */
// 接力公开账本核对器 · Checks a Jieli log: copy this file, read it, run it with Node 20 or later; it needs nothing else.
//   node verify-log.mjs https://example.org/log [--key VKEY] [--old CHECKPOINT] [--report FILE]
//   node verify-log.mjs X.tlog-proof --key VKEY
// It reads every leaf, checks root and signature, and adds the totals up. A published file is looked up by its SHA-256;
// of a figures.json every figure of the balance is added up from the entries. Exit code 1: something does not hold.

// ── the check: the same lines stand in /log/verify.html ──
const utf8 = new TextEncoder();
const text = (bytes) => new TextDecoder().decode(bytes);
const fromBase64 = (base64) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
const toHex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const same = (one, other) => toHex(one) === toHex(other);
const join = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
let sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const leafHash = (leaf) => sha256(join([0], leaf));
const nodeHash = (left, right) => sha256(join([1], left, right));
const halfOf = (size) => 2 ** (Math.ceil(Math.log2(size)) - 1);

/** x001/x234/067.p/5 of C2SP tlog-tiles. */
function tileNumber(n, width) {
  const digits = String(n).padStart(Math.ceil(String(n).length / 3) * 3, "0");
  return digits.replace(/\d{3}(?=\d)/g, "x$&/") + (width === 256 ? "" : `.p/${width}`);
}

/** The root of RFC 6962 over leaf hashes. */
async function rootOf(hashes) {
  if (hashes.length < 2) return hashes[0] ?? sha256(new Uint8Array());
  const half = halfOf(hashes.length);
  return nodeHash(await rootOf(hashes.slice(0, half)), await rootOf(hashes.slice(half)));
}

/** The root that an audit path of RFC 6962, from the leaf upwards, leads to. */
async function climb(hash, index, size, path) {
  if (size === 1) return path.length === 0 ? hash : [];
  const [half, below, beside = []] = [halfOf(size), path.slice(0, -1), path.at(-1)];
  if (index < half) return nodeHash(await climb(hash, index, half, below), beside);
  return nodeHash(beside, await climb(hash, index - half, size - half, below));
}

function parseCheckpoint(note) {
  const end = note.lastIndexOf("\n\n") + 1;
  const [body, lines] = [note.slice(0, end), note.slice(end + 1)];
  const [origin, size, root] = body.split("\n");
  if (end === 0 || !/^\d+$/.test(size) || !root) throw new Error("not a checkpoint: " + note.slice(0, 80));
  return { origin, size: +size, root: fromBase64(root), body, lines };
}

/** Says whether a checkpoint is signed by the log's key: neither good nor bad where this machine has no Ed25519. */
async function checkSignature({ origin, size, body, lines }, vkey, say) {
  const [name, id, ...typed] = vkey.split("+");
  const raw = fromBase64(typed.join("+"));
  const ownId = (await sha256(join(utf8.encode(name + "\n"), raw))).slice(0, 4);
  const named = lines.split("\n").filter((line) => line.startsWith(`— ${name} `));
  const signatures = named.map((line) => fromBase64(line.split(" ")[2]));
  const own = signatures.filter((one) => same(one.slice(0, 4), ownId));
  let holds = own.length > 0 && raw[0] === 1 && toHex(ownId) === id && name === origin;
  const importing = crypto.subtle.importKey("raw", raw.slice(1), "Ed25519", false, ["verify"]);
  const key = await importing.catch(() => undefined);
  for (const one of key && holds ? own : [])
    holds &&= await crypto.subtle.verify("Ed25519", key, one.slice(4), utf8.encode(body));
  say(key || !holds ? holds : undefined, `签名 signature of ${origin}: ${size} 条 leaves`);
}

/** What counts as what: from > to, by the kinds of the accounts; the way back takes it back. */
const [WAREHOUSE, STOCK] = ["dock bin staging quarantine", "dock bin staging quarantine transfer"];
const FUND = ["any > fund"];
const MONEY = { opening: FUND, received: ["donor > fund"], out: ["fund > supplier grantee"], closing: FUND };
const GOODS = {
  opening: [`any > ${STOCK}`],
  received: [`donor supplier > ${STOCK}`],
  converted: [`kit assembly > ${STOCK}`],
  out: [`${STOCK} > delivery site`, `${WAREHOUSE} > dispute`],
  lost: [`${STOCK} > loss`, "transfer > dispute"],
  closing: [`any > ${STOCK}`],
};

/** Adds to the sums of a row of 收支结存汇总表, of its unit and of everything. */
function add(sums, item, restricted, flow, amount, fen) {
  const kind = restricted ? "定向 restricted" : "非定向 unrestricted";
  const goods = [`「${item?.name}」(${item?.unit}) ${kind}`, `(${item?.unit}) ${kind}`, "goods"];
  for (const name of item ? goods : [`CNY ${kind}`, "CNY"]) {
    sums[`${name} ${flow}`] = (sums[`${name} ${flow}`] ?? 0n) + BigInt(amount);
    sums[`${name} ${flow}Fen`] = (sums[`${name} ${flow}Fen`] ?? 0n) + BigInt(fen);
  }
}

/** Adds up an entry, for a balance of the days from `first` to `last`. */
function addUp(sums, { postings = [], occurredOn }, first = "", last = "~") {
  for (const { from, to, asset, amount, valueFen } of occurredOn <= last ? postings : []) {
    const item = asset === "CNY" ? null : { name: asset.item, unit: asset.unit };
    const restricted = item ? asset.restricted : "restriction" in (to.kind === "fund" ? to : from);
    const is = (party, kinds) => kinds === "any" || kinds.split(" ").includes(party.kind);
    for (const [flow, ways] of Object.entries(item ? GOODS : MONEY)) {
      const ends = ways.map((way) => way.split(" > "));
      const there = ends.filter(([ones, others]) => is(from, ones) && is(to, others)).length;
      const back = ends.filter(([ones, others]) => is(from, others) && is(to, ones)).length;
      const counts = flow === "closing" || (flow === "opening") === occurredOn < first;
      const times = BigInt(counts ? there - back : 0);
      add(sums, item, restricted, flow, times * BigInt(amount), times * BigInt(item ? valueFen : amount));
    }
  }
}

/** Checks a .tlog-proof, which carries its leaf: nothing else is asked. `say(holds, words)` hears each verdict. */
async function verifyProof(proof, key, say) {
  const [body, note] = proof.split(/\n\n([^]*)/);
  const [, extra, index, ...path] = body.split("\n").map((line) => line.replace(/^(extra|index) /, ""));
  const [head, leaf] = [parseCheckpoint(note), fromBase64(extra)];
  const root = await climb(await leafHash(leaf), +index, head.size, path.map(fromBase64));
  await checkSignature(head, key, say);
  say(same(root, head.root), `第 ${index} 条在账本里 leaf ${index} is in the log: ${text(leaf)}`);
}

/** Checks a log: signature, every leaf, the root, and that it goes on from an old checkpoint. Answers its good leaves. */
async function verifyLog(read, vkey, old, say) {
  const key = vkey || text(await read("vkey")).trim();
  if (!vkey) say(undefined, `公钥来自对方网站，请比对 the key came from the site, compare it: ${key}`);
  const head = parseCheckpoint(text(await read("checkpoint")));
  await checkSignature(head, key, say);
  const [hashes, leaves] = [[], []];
  for (let n = 0; n * 256 < head.size; n += 1) {
    const width = Math.min(256, head.size - n * 256);
    const name = tileNumber(n, width);
    const [bundle, tile] = [await read(`tile/entries/${name}`), await read(`tile/0/${name}`)];
    for (let i = 0, at = 0; i < width; i += 1) {
      const leaf = bundle.slice(at + 2, (at += 2 + bundle[at] * 256 + bundle[at + 1]));
      const hash = await leafHash(leaf);
      if (same(hash, tile.slice(i * 32, i * 32 + 32))) leaves[hashes.length] = JSON.parse(text(leaf));
      else say(false, `第 ${hashes.length} 条被改过 leaf ${hashes.length} was changed: ${text(leaf)}`);
      hashes.push(hash);
    }
  }
  say(same(await rootOf(hashes), head.root), "各条算出签过名的根 the leaves give the root that was signed");
  const { size, root } = old ? parseCheckpoint(old) : head;
  const follows = size <= head.size && same(await rootOf(hashes.slice(0, size)), root);
  if (old) say(follows, `接着 ${size} 条的旧检查点 it goes on from the old checkpoint of ${size}`);
  return leaves;
}

/** Looks a published file up in the leaves; every figure of a figures.json's balance is added up anew. */
async function verifyReport(bytes, leaves, say) {
  const hash = toHex(await sha256(bytes));
  const leaf = leaves.find((one) => one?.files?.some((file) => file.sha256 === hash));
  if (!leaf) return say(false, "账本里没有这份文件 the log knows no such file");
  const { id, issue, version, logSize, periodFrom, periodTo, files } = leaf;
  say(true, `公开过 published: 第 ${issue} 期第 ${version} 版 issue ${issue}, version ${version}`);
  const next = leaves.find((one) => one?.corrects === id);
  if (next) say(undefined, `已被第 ${next.version} 版更正 corrected by version ${next.version}`);
  if (files.find((file) => file.sha256 === hash).name !== "figures.json") return;
  const { balance, books, receipts, distributions } = JSON.parse(text(bytes));
  const [printed, added] = [{}, {}];
  for (const entry of leaves.slice(0, logSize))
    if (books.includes(entry?.organization.id)) addUp(added, entry, periodFrom, periodTo);
  for (const { item, restricted, quantity, value } of [...balance.money, ...balance.goods])
    for (const flow in value) add(printed, item, restricted, flow, (quantity ?? value)[flow], value[flow]);
  const claims = Object.keys({ ...added, ...printed }).map((name) => [name, printed[name] ?? 0n]);
  for (const [name, of] of Object.entries({ CNY: "money", goods: "goods" })) {
    for (const [flow, fen] of Object.entries(balance[`${of}Total`])) claims.push([`${name} ${flow}Fen`, fen]);
    claims.push([`${name} receivedFen`, receipts[`${of}Fen`]], [`${name} outFen`, distributions[`${of}Fen`]]);
  }
  const off = claims.filter(([name, claim]) => BigInt(claim) !== (added[name] ?? 0n));
  // An item may be renamed or merged after it was logged; what all of a unit add up to may not change.
  const isItem = ([name]) => name.startsWith("「");
  for (const one of off)
    say(isItem(one) ? undefined : false, `${one[0]}: 报告 report ${one[1]}, 账本 log ${added[one[0]] ?? 0n}`);
  say(off.every(isItem), "报告的合计由各条重新加出 the report's totals are what the entries add up to");
}
// ── end of the check ──

const { createHash } = await import("node:crypto");
const { readFileSync } = await import("node:fs");
sha256 = (bytes) => createHash("sha256").update(bytes).digest(); // Ten times as quick as the browser's.
const option = (name) => process.argv.find((_, i, all) => all[i - 1] === name);
const [key, old, report] = ["--key", "--old", "--report"].map(option);
const where = process.argv[2] ?? "-";
const isProof = !where.includes("://") && where.endsWith(".tlog-proof");
if (where.startsWith("-") || (isProof && !key)) {
  console.error("URL [--key VKEY] [--old CHECKPOINT] [--report FILE], or X.tlog-proof --key VKEY");
  process.exit(2);
}
const prefix = where.replace(/\/+$/, "").replace(/(?<!\/log)$/, "/log");
async function read(path) {
  const response = await fetch(`${prefix}/${path}`);
  if (!response.ok) throw new Error(`${prefix}/${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
function say(holds, words) {
  if (holds === false) process.exitCode = 1;
  console.log({ true: "✓", false: "✗" }[holds] ?? "!", words);
}
if (isProof) await verifyProof(readFileSync(where, "utf8"), key, say);
else {
  const [leaves, sums] = [await verifyLog(read, key, old && readFileSync(old, "utf8"), say), {}];
  for (const leaf of leaves) if (leaf) addUp(sums, leaf);
  for (const name in sums) if (/^(CNY|「).* [a-z]+$/.test(name)) console.log(`  ${name} ${sums[name]}`);
  if (report) await verifyReport(readFileSync(report), leaves, say);
}
