import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nodesOf, TILE_WIDTH, tileRoot, tileWidth } from "#app/domain/log/tile.ts";
import {
  EMPTY_ROOT,
  type Hash,
  includes,
  isConsistent,
  leafHash,
  nodeHash,
  proveConsistency,
  proveInclusion,
  rootOf,
} from "#app/domain/log/tree.ts";

/** The eight leaves of Certificate Transparency's own tests, and the roots of their trees of 1 to 8. */
const CT_LEAVES = [
  ...["", "00", "10", "2021", "3031", "40414243", "5051525354555657"],
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => leafHash(Buffer.from(hex, "hex")));
const CT_ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const leaves = (count: number): Hash[] =>
  Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`${i}`)));

/** The tiles of a tree, cut from its leaves. */
function tilesOf(hashes: readonly Hash[]) {
  const known = new Map<string, Buffer>();
  const tile = (level: number, n: number): Buffer => {
    const found = known.get(`${level}/${n}`) ?? cut(level, n);
    known.set(`${level}/${n}`, found);
    return found;
  };
  const cut = (level: number, n: number): Buffer => {
    const width = tileWidth(hashes.length, level, n);
    if (level === 0) return Buffer.concat(hashes.slice(n * TILE_WIDTH, n * TILE_WIDTH + width));
    return Buffer.concat(
      Array.from({ length: width }, (_, i) => tileRoot(tile(level - 1, n * TILE_WIDTH + i))),
    );
  };
  return tile;
}
const nodes = (hashes: readonly Hash[]) => nodesOf(tilesOf(hashes));

/** RFC 6962 §2.1 to the letter, for comparison. */
function plainRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return createHash("sha256").digest();
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(plainRoot(hashes.slice(0, split)), plainRoot(hashes.slice(split)));
}

test("the roots of Certificate Transparency's test vectors", async () => {
  expect(EMPTY_ROOT.toString("hex")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (const [i, root] of CT_ROOTS.entries()) {
    const some = CT_LEAVES.slice(0, i + 1);
    expect((await rootOf(some.length, nodes(some))).toString("hex")).toBe(root);
  }
});

test("roots from tiles are what RFC 6962 says, at every size around the edge of a tile", async () => {
  const all = leaves(70_000);
  for (const size of [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, 65_536, 65_537, 70_000]) {
    const some = all.slice(0, size);
    expect(await rootOf(size, nodes(some)), `${size}`).toEqual(plainRoot(some));
  }
});

test("every leaf of every small tree is proven, and no other leaf, place or root passes", async () => {
  const stranger = leafHash(Buffer.from("stranger"));
  for (let size = 1; size <= 40; size += 1) {
    const hashes = leaves(size);
    const tree = { size, root: plainRoot(hashes) };
    for (let index = 0; index < size; index += 1) {
      const proof = await proveInclusion(index, size, nodes(hashes));
      expect(includes(tree, index, hashes[index]!, proof)).toBe(true);
      expect(includes(tree, index, stranger, proof)).toBe(false);
      expect(includes(tree, index + 1, hashes[index]!, proof)).toBe(false);
      expect(includes({ ...tree, root: stranger }, index, hashes[index]!, proof)).toBe(false);
      expect(includes(tree, index, hashes[index]!, [...proof, stranger])).toBe(false);
      if (size > 1) expect(includes(tree, index, hashes[index]!, proof.slice(1))).toBe(false);
    }
  }
});

test("every small tree is how every larger one began, and no forged beginning passes", async () => {
  const stranger = leafHash(Buffer.from("stranger"));
  for (let size = 1; size <= 40; size += 1) {
    const hashes = leaves(size);
    const tree = { size, root: plainRoot(hashes) };
    for (let oldSize = 0; oldSize <= size; oldSize += 1) {
      const old = { size: oldSize, root: plainRoot(hashes.slice(0, oldSize)) };
      const proof = await proveConsistency(oldSize, size, nodes(hashes));
      expect(isConsistent(old, tree, proof), `${oldSize} → ${size}`).toBe(true);
      if (oldSize === 0) continue;
      expect(isConsistent({ ...old, root: stranger }, tree, proof)).toBe(false);
      expect(isConsistent(old, { ...tree, root: stranger }, proof)).toBe(false);
      expect(isConsistent(old, tree, [...proof, stranger])).toBe(false);
      if (proof.length > 0) expect(isConsistent(old, tree, proof.slice(0, -1))).toBe(false);
    }
  }
});

test("a changed hash anywhere in a proof from tiles is noticed", async () => {
  const all = leaves(3000);
  const root = plainRoot(all);
  const fromTiles = nodes(all);
  const places = fc.record({ index: fc.nat(2999), at: fc.nat(), bit: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(places, async ({ index, at, bit }) => {
      const proof = await proveInclusion(index, 3000, fromTiles);
      expect(includes({ size: 3000, root }, index, all[index]!, proof)).toBe(true);
      const changed = Buffer.from(proof[at % proof.length]!);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const forged = proof.with(at % proof.length, changed);
      expect(includes({ size: 3000, root }, index, all[index]!, forged)).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test("no proof of a leaf that is not there, nor of a past that never was", async () => {
  await expect(proveInclusion(3, 3, nodes(leaves(3)))).rejects.toThrow("no leaf 3 in a tree of 3");
  await expect(proveConsistency(4, 3, nodes(leaves(3)))).rejects.toThrow("never had 4");
});
