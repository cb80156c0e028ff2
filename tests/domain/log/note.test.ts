import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText, leafBytes, type LeafValue } from "#app/domain/log/canonical-leaf.ts";
import { parseCheckpoint, signCheckpoint } from "#app/domain/log/checkpoint.ts";
import { commit } from "#app/domain/log/commitment.ts";
import { createSigner, openNote, parseNote } from "#app/domain/log/note.ts";
import { formatProof, holdsProof, parseProof } from "#app/domain/log/proof.ts";
import { parseTilePath, tilePath } from "#app/domain/log/tile-path.ts";
import { leafHash } from "#app/domain/log/tree.ts";

/** The example of c2sp.org/signed-note. */
const C2SP_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const C2SP_NOTE =
  "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

/** The example of golang.org/x/mod/sumdb/note, whose private key is public. */
const GO_SEED = Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1);
const GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const GO_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const GO_NOTE = `${GO_TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

test("C2SP's example note opens with its key, and not when a letter is changed", () => {
  expect(openNote(C2SP_NOTE, C2SP_KEY)).toBe("This is an example message.\n");
  expect(openNote(C2SP_NOTE.replace("example message", "forged message"), C2SP_KEY)).toBeUndefined();
});

test("Go's example key signs Go's example note, byte for byte", () => {
  const signer = createSigner("PeterNeumann", GO_SEED);
  expect(signer.verifierKey).toBe(GO_KEY);
  expect(signer.sign(GO_TEXT)).toBe(GO_NOTE);
  expect(openNote(GO_NOTE, GO_KEY)).toBe(GO_TEXT);
});

test("a note is refused without a good signature by the key that is asked for", () => {
  expect(openNote(GO_NOTE, C2SP_KEY)).toBeUndefined();
  const cosigned = `${GO_NOTE}${C2SP_NOTE.split("\n")[2]}\n`;
  expect(openNote(cosigned, GO_KEY), "another's signature is passed over").toBe(GO_TEXT);
  expect(openNote(cosigned, C2SP_KEY), "its own is bad").toBeUndefined();
  for (const bad of ["", "text\n", "text\n\n", "a\tb\n\n— x AAAAAAAA\n", GO_NOTE.slice(0, -1)])
    expect(parseNote(bad), JSON.stringify(bad)).toBeUndefined();
});

test.each(["", "x", C2SP_KEY.replace("530d903a", "530d903b"), `${C2SP_KEY}+`, "a b+530d903a+AAAA"])(
  "not a verifier key: %s",
  (key) => expect(() => openNote(C2SP_NOTE, key)).toThrow("not a verifier key"),
);

test("a checkpoint is origin, size and root, and reads back", () => {
  const signer = createSigner("jieli.example.org/log", Buffer.alloc(32, 7));
  const root = leafHash(Buffer.from("x"));
  const note = signCheckpoint(signer, { size: 20852163, root });
  expect(openNote(note, signer.verifierKey)).toBe(
    `jieli.example.org/log\n20852163\n${root.toString("base64")}\n`,
  );
  expect(parseCheckpoint(note)).toEqual({ origin: "jieli.example.org/log", size: 20852163, root });
  expect(parseCheckpoint(note.replace("20852163", "020852163"))).toBeUndefined();
  expect(parseCheckpoint(GO_NOTE)).toBeUndefined();
});

test("tile paths as C2SP tlog-tiles writes them", () => {
  expect(tilePath({ level: 0, n: 1234067, width: 256 })).toBe("tile/0/x001/x234/067");
  expect(tilePath({ level: 1, n: 0, width: 17 })).toBe("tile/1/000.p/17");
  expect(tilePath({ level: "entries", n: 273, width: 112 })).toBe("tile/entries/273.p/112");
  const address = fc.record({
    level: fc.oneof(fc.nat(63), fc.constant("entries" as const)),
    n: fc.nat(2 ** 40),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(address, (one) => {
      expect(parseTilePath(tilePath(one))).toEqual(one);
    }),
  );
});

test.each([
  ...["tile/64/000", "tile/00/000", "tile/0/1", "tile/0/x000/001", "tile/0/001/002", "tile/0/x001"],
  ...["tile/0/000.p/0", "tile/0/000.p/01", "tile/0/000.p/256", "tile/0/000/", "tile/-1/000", "tile/data/000"],
])("not a tile's path: %s", (path) => expect(parseTilePath(path)).toBeUndefined());

test("canonical JSON: keys in order, no spaces, NFC, and the same bytes again after reading", () => {
  expect(canonicalText({ b: "e\u0301", a: ["1", null, true] })).toBe('{"a":["1",null,true],"b":"é"}');
  // RFC 8785 §3.2.3: keys in the order of their UTF-16 code units.
  expect(
    canonicalText({ "\u20ac": "Euro Sign", "\r": "Carriage Return", "1": "One", "\ud83d\ude00": "Smiley" }),
  ).toBe('{"\\r":"Carriage Return","1":"One","€":"Euro Sign","😀":"Smiley"}');
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: "grapheme-ascii" }), fc.string({ unit: "grapheme" })),
      (leaf) => {
        const bytes = leafBytes(leaf);
        expect(leafBytes(JSON.parse(bytes.toString()) as LeafValue)).toEqual(bytes);
        expect(bytes.toString()).toBe(bytes.toString().normalize("NFC"));
      },
    ),
  );
});

test("a commitment opens to its value alone, and differs from entry to entry", () => {
  const salt = Buffer.alloc(32, 1);
  expect(commit(salt, "e1", "张三")).toMatch(/^[0-9a-f]{64}$/);
  expect(commit(salt, "e1", "张三")).toBe(commit(salt, "e1", "张三"));
  const others = [
    commit(salt, "e2", "张三"),
    commit(salt, "e1", "李四"),
    commit(Buffer.alloc(32), "e1", "张三"),
  ];
  expect(others).not.toContain(commit(salt, "e1", "张三"));
});

test("a .tlog-proof reads back, holds, and does not hold for another leaf", () => {
  const signer = createSigner("jieli.example.org/log", Buffer.alloc(32, 7));
  const leaf = Buffer.from("only");
  const checkpoint = signCheckpoint(signer, { size: 1, root: leafHash(leaf) });
  const text = formatProof({ index: 0, hashes: [], checkpoint, leaf });
  expect(
    text.startsWith("c2sp.org/tlog-proof@v1\nextra b25seQ==\nindex 0\n\njieli.example.org/log\n1\n"),
  ).toBe(true);
  const proof = parseProof(text)!;
  expect(proof).toEqual({ index: 0, hashes: [], checkpoint, leaf });
  expect(holdsProof(proof, signer.verifierKey)).toBe(true);
  expect(holdsProof({ ...proof, leaf: Buffer.from("other") }, signer.verifierKey)).toBe(false);
  expect(holdsProof(proof, createSigner(signer.name, Buffer.alloc(32, 8)).verifierKey)).toBe(false);
  expect(parseProof(text.replace("@v1", "@v2"))).toBeUndefined();
});
