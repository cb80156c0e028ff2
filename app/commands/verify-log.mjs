#!/usr/bin/env node
/* global TextEncoder, TextDecoder, atob, crypto, fetch, console */
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

/** tile/0/x001/x234/067.p/5 of C2SP tlog-tiles. */
function tilePath(level, n, width) {
  const digits = String(n).padStart(Math.ceil(String(n).length / 3) * 3, "0");
  const number = digits.replace(/\d{3}(?=\d)/g, "x$&/");
  return `tile/${level}/${number}${width === 256 ? "" : `.p/${width}`}`;
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
  const [origin, size, root] = note.slice(0, end).split("\n");
  if (end === 0 || !/^\d+$/.test(size) || !root) throw new Error("not a checkpoint: " + note.slice(0, 80));
  return {
    origin,
    size: +size,
    root: fromBase64(root),
    body: note.slice(0, end),
    lines: note.slice(end + 1),
  };
}

/** Whether a checkpoint is signed by the log's key; undefined where this machine has no Ed25519. */
async function isSigned({ origin, body, lines }, vkey) {
  const [name, id, ...typed] = vkey.split("+");
  const raw = fromBase64(typed.join("+"));
  const ownId = (await sha256(join(utf8.encode(name + "\n"), raw))).slice(0, 4);
  if (raw[0] !== 1 || raw.length !== 33 || toHex(ownId) !== id || name !== origin) return false;
  const signatures = lines.split("\n").filter((line) => line.startsWith(`— ${name} `));
  const own = signatures
    .map((line) => fromBase64(line.split(" ")[2]))
    .filter((one) => same(one.slice(0, 4), ownId));
  const importing = crypto.subtle.importKey("raw", raw.slice(1), "Ed25519", false, ["verify"]);
  const key = await importing.catch(() => undefined);
  if (!key) return undefined;
  const checks = own.map((one) => crypto.subtle.verify("Ed25519", key, one.slice(4), utf8.encode(body)));
  return checks.length > 0 && (await Promise.all(checks)).every(Boolean);
}

/** What counts as what: from > to, by the kinds of the accounts; the way back takes it back. */
const [WAREHOUSE, STOCK] = ["dock bin staging quarantine", "dock bin staging quarantine transfer"];
const MONEY = { left: ["any > fund"], received: ["donor > fund"], out: ["fund > supplier grantee"] };
const GOODS = {
  left: [`any > ${STOCK}`],
  received: [`donor supplier > ${STOCK}`],
  converted: [`kit assembly > ${STOCK}`],
  out: [`${STOCK} > delivery site`, `${WAREHOUSE} > dispute`],
  lost: [`${STOCK} > loss`, "transfer > dispute"],
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
      const [times, before] = [BigInt(there - back), occurredOn < first];
      for (const name of flow === "left" ? ["closing", ...(before ? ["opening"] : [])] : before ? [] : [flow])
        add(sums, item, restricted, name, times * BigInt(amount), times * BigInt(item ? valueFen : amount));
    }
  }
}

/** Checks a log. `read(path)` answers bytes; `take` gets every good leaf; `wrong` are those that are not what was signed. */
async function checkLog({ read, vkey, old, take }) {
  const key = vkey || text(await read("vkey")).trim();
  const head = parseCheckpoint(text(await read("checkpoint")));
  const [hashes, wrong] = [[], []];
  for (let n = 0; n * 256 < head.size; n += 1) {
    const width = Math.min(256, head.size - n * 256);
    const [bundle, tile] = [await read(tilePath("entries", n, width)), await read(tilePath(0, n, width))];
    for (let i = 0, at = 0; i < width; i += 1) {
      const leaf = bundle.slice(at + 2, (at += 2 + bundle[at] * 256 + bundle[at + 1]));
      hashes.push(await leafHash(leaf));
      if (same(hashes.at(-1), tile.slice(i * 32, i * 32 + 32))) take(JSON.parse(text(leaf)), n * 256 + i);
      else wrong.push({ index: n * 256 + i, leaf: text(leaf) });
    }
  }
  const before = old ? parseCheckpoint(old) : { size: 0, root: await rootOf([]) };
  const follows = before.size <= head.size && same(await rootOf(hashes.slice(0, before.size)), before.root);
  const rootHolds = same(await rootOf(hashes), head.root);
  return { key, head, signed: await isSigned(head, key), rootHolds, wrong, before, follows };
}

/** Checks a .tlog-proof, which carries its leaf: nothing else is asked. */
async function checkProof(proof, vkey) {
  const [body, note] = proof.split(/\n\n([^]*)/);
  const [, extra, index, ...path] = body.split("\n").map((line) => line.replace(/^(extra|index) /, ""));
  const [head, leaf] = [parseCheckpoint(note), fromBase64(extra)];
  const root = await climb(await leafHash(leaf), +index, head.size, path.map(fromBase64));
  return { head, index, leaf: text(leaf), signed: await isSigned(head, vkey), holds: same(root, head.root) };
}

/** Looks a published file up in the leaves; every figure of a figures.json's balance is added up anew. */
async function checkReport(bytes, leaves) {
  const hash = toHex(await sha256(bytes));
  const leaf = leaves.find((one) => one?.files?.some((file) => file.sha256 === hash));
  const next = leaf && leaves.find((one) => one?.corrects === leaf.id);
  if (leaf?.files.find((file) => file.sha256 === hash).name !== "figures.json") return { leaf, next };
  const { balance, books, receipts, distributions } = JSON.parse(text(bytes));
  const [printed, added] = [{}, {}];
  for (const entry of leaves.slice(0, leaf.logSize))
    if (books.includes(entry?.organization.id)) addUp(added, entry, leaf.periodFrom, leaf.periodTo);
  for (const { item, restricted, quantity, value } of [...balance.money, ...balance.goods])
    for (const flow in value) add(printed, item, restricted, flow, (quantity ?? value)[flow], value[flow]);
  const claims = Object.entries({ ...added, ...printed }).map(([name]) => [name, printed[name] ?? 0n]);
  for (const [name, of] of Object.entries({ CNY: "money", goods: "goods" })) {
    for (const [flow, fen] of Object.entries(balance[`${of}Total`])) claims.push([`${name} ${flow}Fen`, fen]);
    claims.push([`${name} receivedFen`, receipts[`${of}Fen`]], [`${name} outFen`, distributions[`${of}Fen`]]);
  }
  const differ = claims.filter(([name, claim]) => BigInt(claim) !== (added[name] ?? 0n));
  const sums = differ.map(([name, claim]) => ({ name, printed: claim, added: added[name] ?? 0n }));
  // Items may be renamed or merged after they were logged; what all of a unit add up to may not change.
  return { leaf, next, added, wrong: sums.filter(({ name }) => name[0] !== "「"), renamed: sums };
}

const signedBy = (signed, { origin, size }) =>
  signed === undefined
    ? [signed, "这里不能验 Ed25519 签名", "Ed25519 signatures cannot be checked here"]
    : [
        signed,
        `${size} 条的检查点有 ${origin} 的签名`,
        `the checkpoint of ${size} leaves is signed by ${origin}`,
      ];

/** Everything that was asked, one verdict each: [holds, 中文, English]; undefined is neither good nor bad. */
async function verdicts({ read, vkey, old, proof, report }) {
  if (proof) {
    const { head, index, leaf, signed, holds } = await checkProof(proof, vkey);
    return [
      signedBy(signed, head),
      [holds, `第 ${index} 条在账本里`, `leaf ${index} is in the log: ${leaf}`],
    ];
  }
  const [leaves, sums] = [[], {}];
  const take = (leaf, index) => (report ? (leaves[index] = leaf) : addUp(sums, leaf));
  const { key, head, signed, rootHolds, wrong, before, follows } = await checkLog({ read, vkey, old, take });
  const found = report && (await checkReport(report, leaves));
  const { leaf, next, wrong: off = [], renamed = [] } = found ?? {};
  const about = leaf && [leaf.issue, leaf.version, leaf.periodFrom, leaf.periodTo, leaf.logSize].join(" / ");
  return [
    ...(vkey
      ? []
      : [
          [
            undefined,
            "公钥来自对方网站，请与别处公布的比对",
            `the key came from the site, compare it: ${key}`,
          ],
        ]),
    signedBy(signed, head),
    [rootHolds, "每一条都算进了签过名的根", "every leaf is part of the root that was signed"],
    ...wrong.map(({ index, leaf }) => [
      false,
      `第 ${index} 条与签名时不同`,
      `leaf ${index} is not what was signed: ${leaf}`,
    ]),
    ...(old
      ? [[follows, `从 ${before.size} 条的旧检查点接着来`, `it goes on from the older one of ${before.size}`]]
      : []),
    ...(found
      ? [
          [
            !!leaf,
            `这份文件公开过（期/版/起/止/条数）`,
            `the file was published (issue/version/from/to/leaves): ${about}`,
          ],
        ]
      : []),
    ...(next ? [[undefined, `已被第 ${next.version} 版更正`, `corrected by version ${next.version}`]] : []),
    ...(found?.added
      ? [[off.length === 0, "各项合计与账本重新加总一致", "its totals are what the entries add up to"]]
      : []),
    ...off.map(({ name, printed, added }) => [
      false,
      `${name}：报告 ${printed}，账本 ${added}`,
      `report ${printed}, log ${added}`,
    ]),
    ...renamed
      .filter((one) => !off.includes(one))
      .map(({ name, printed, added }) => [
        undefined,
        `${name}：报告 ${printed}，账本 ${added}`,
        "may have been renamed or merged since",
      ]),
    ...Object.entries(sums)
      .filter(([name]) => /^(CNY|「)/.test(name))
      .map(([name, sum]) => [undefined, name, `${sum}`]),
  ];
}
// ── end of the check ──

const { createHash } = await import("node:crypto");
const { readFileSync } = await import("node:fs");
const { argv, exit } = await import("node:process");
sha256 = (bytes) => createHash("sha256").update(bytes).digest(); // Ten times as quick as the browser's.
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const file = (name, encoding) => name && readFileSync(name, encoding);
const [where, vkey] = [argv[2] ?? "", option("--key")];
const proof = where.endsWith(".tlog-proof") && !where.includes("://") && file(where, "utf8");
if (!where || where.startsWith("-") || (proof && !vkey)) {
  console.error(
    "usage: node verify-log.mjs https://example.org/log [--key VKEY] [--old CHECKPOINT] [--report FILE]",
  );
  console.error("       node verify-log.mjs X.tlog-proof --key VKEY");
  exit(2);
}
const prefix = where.replace(/\/+$/, "").replace(/(?<!\/log)$/, "/log");
async function read(path) {
  const response = await fetch(`${prefix}/${path}`);
  if (!response.ok) throw new Error(`${prefix}/${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
const files = { old: file(option("--old"), "utf8"), report: file(option("--report")), proof };
const all = await verdicts({ read, vkey, ...files });
for (const [holds, ...words] of all) console.log({ true: "✓", false: "✗" }[holds] ?? "!", words.join("  "));
exit(all.some(([holds]) => holds === false) ? 1 : 0);
