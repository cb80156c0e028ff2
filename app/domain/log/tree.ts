import { hash as digest } from "node:crypto";

/** The Merkle tree of RFC 6962: hashes are SHA-256 and 32 bytes long; sizes and indexes are whole numbers below 2^53. */
export type Hash = Buffer;

export const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** By way of a text, which Node makes several times as fast as a buffer. */
const sha256 = (bytes: Buffer): Hash => Buffer.from(digest("sha256", bytes, "binary"), "binary");

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Hash = sha256(Buffer.alloc(0));

export const leafHash = (leaf: Buffer): Hash => sha256(Buffer.concat([LEAF, leaf]));

export const nodeHash = (left: Hash, right: Hash): Hash => sha256(Buffer.concat([NODE, left, right]));

/** The hash over the 2^height leaves from n · 2^height on: the nodes that never change again once they are complete. */
export type Nodes = (height: number, n: number) => Hash | Promise<Hash>;

/** The root of the tree of the first `size` leaves. */
export async function rootOf(size: number, nodes: Nodes): Promise<Hash> {
  return size === 0 ? EMPTY_ROOT : rangeHash([0, size], nodes);
}

/** Leaves from … up to, without the second. */
type Range = readonly [from: number, to: number];

/** MTH(D[from:to]) of RFC 6962 §2.1; every split leaves a complete subtree on its left. */
async function rangeHash([from, to]: Range, nodes: Nodes): Promise<Hash> {
  const size = to - from;
  const split = largestPowerBelow(size);
  if (size === split * 2) return nodes(Math.log2(size), from / size);
  const left = await rangeHash([from, from + split], nodes);
  return nodeHash(left, await rangeHash([from + split, to], nodes));
}

/** The largest power of two below n; 0.5 for 1. */
function largestPowerBelow(n: number): number {
  let power = 0.5;
  while (power * 2 < n) power *= 2;
  return power;
}

/** The audit path of RFC 6962 §2.1.1, from the leaf's sibling up. Throws a RangeError for a leaf the tree does not have. */
export async function proveInclusion(index: number, size: number, nodes: Nodes): Promise<Hash[]> {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const beside: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + largestPowerBelow(to - from);
    if (index < middle) {
      beside.unshift([middle, to]);
      to = middle;
    } else {
      beside.unshift([from, middle]);
      from = middle;
    }
  }
  return Promise.all(beside.map((range) => rangeHash(range, nodes)));
}

/** PROOF(oldSize, D[size]) of RFC 6962 §2.1.2: that the smaller tree is how the larger one began. */
export async function proveConsistency(oldSize: number, size: number, nodes: Nodes): Promise<Hash[]> {
  if (oldSize < 0 || oldSize > size) throw new RangeError(`a tree of ${size} never had ${oldSize} leaves`);
  if (oldSize === 0) return [];
  const parts: Range[] = [];
  let [from, to] = [0, size];
  while (oldSize !== to) {
    const middle = from + largestPowerBelow(to - from);
    if (oldSize <= middle) {
      parts.unshift([middle, to]);
      to = middle;
    } else {
      parts.unshift([from, middle]);
      from = middle;
    }
  }
  // Whoever checks has the old root; what is left of the old tree is asked for unless it is the whole of it.
  if (from > 0) parts.unshift([from, to]);
  return Promise.all(parts.map((range) => rangeHash(range, nodes)));
}

/** Whether the proof leads from the leaf's hash to the root (RFC 9162 §2.1.3.2). */
export function includes(
  tree: { size: number; root: Hash },
  index: number,
  leaf: Hash,
  proof: readonly Hash[],
): boolean {
  if (index < 0 || index >= tree.size) return false;
  let [at, last] = [index, tree.size - 1];
  let hash = leaf;
  for (const beside of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(beside, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.equals(tree.root);
}

/** Whether the proof shows that `old` is how `tree` began (RFC 9162 §2.1.4.2). */
export function isConsistent(
  old: { size: number; root: Hash },
  tree: { size: number; root: Hash },
  proof: readonly Hash[],
): boolean {
  if (old.size > tree.size) return false;
  if (old.size === 0) return proof.length === 0;
  if (old.size === tree.size) return proof.length === 0 && old.root.equals(tree.root);
  const path = isPowerOfTwo(old.size) ? [old.root, ...proof] : [...proof];
  let [at, last] = [old.size - 1, tree.size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  const first = path.shift();
  if (!first) return false;
  let [oldHash, newHash] = [first, first];
  for (const beside of path) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      oldHash = nodeHash(beside, oldHash);
      newHash = nodeHash(beside, newHash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newHash = nodeHash(newHash, beside);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && oldHash.equals(old.root) && newHash.equals(tree.root);
}

const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));
