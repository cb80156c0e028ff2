import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { seal, SealBroken, unseal } from "#app/domain/sealing/cipher.server.ts";

const key = randomBytes(32);
const clear = Buffer.from("李雷 13812345678");

test("what is sealed opens with its key in its place, and reads differently each time", () => {
  const [one, two] = [seal(key, clear, "register/1/1"), seal(key, clear, "register/1/1")];
  expect(unseal(key, one, "register/1/1")).toEqual(clear);
  expect(one.equals(two)).toBe(false);
  expect(one.includes("李雷")).toBe(false);
});

test("another key, another place, a changed bit or a cut end opens nothing", () => {
  const sealed = seal(key, clear, "register/1/1");
  expect(() => unseal(randomBytes(32), sealed, "register/1/1")).toThrow(SealBroken);
  expect(() => unseal(key, sealed, "register/1/2")).toThrow(SealBroken);
  for (const at of [0, 12, 28, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => unseal(key, changed, "register/1/1"), `byte ${at}`).toThrow(SealBroken);
  }
  expect(() => unseal(key, sealed.subarray(0, 20), "register/1/1")).toThrow(SealBroken);
});

/** McGrew & Viega, The Galois/Counter Mode of Operation, test case 16: AES-256 with 20 bytes that are not encrypted. */
test("it is AES-256-GCM as published", () => {
  const hex = (text: string) => Buffer.from(text, "hex");
  const published = {
    key: hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
    nonce: hex("cafebabefacedbaddecaf888"),
    place: hex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
    tag: hex("76fc6ece0f4e1768cddf8853bb2d551b"),
    ciphertext: hex(
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
    ),
    clear: hex(
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
    ),
  };
  const sealed = Buffer.concat([published.nonce, published.tag, published.ciphertext]);
  expect(unseal(published.key, sealed, published.place)).toEqual(published.clear);
});
