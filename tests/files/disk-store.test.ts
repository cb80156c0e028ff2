import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { diskStore } from "#app/files/disk-store.server.ts";

const name = `${"ab12".repeat(8)}.jpg`;

function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), "jieli-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

test("what is put is got back, once replaced in its new form, and once removed not at all", async () => {
  const folder = emptyFolder();
  const store = diskStore(folder);
  expect(await store.get(name)).toBeNull();
  await store.put(name, Buffer.from("first"), "image/jpeg");
  await store.put(name, Buffer.from("second"), "image/jpeg");
  expect((await store.get(name))?.toString()).toBe("second");
  const [file] = filesIn(folder);
  expect([file?.name, filesIn(folder).length]).toEqual([name, 1]);
  expect(statSync(join(folder, "ab", "12", name)).mode & 0o777).toBe(0o600);
  await store.remove(name);
  await store.remove(name);
  expect(await store.get(name)).toBeNull();
});

test.each([
  "../../../etc/passwd",
  "ab/cd.jpg",
  ".hidden-and-long-enough.jpg",
  "ABCDEFGHABCDEFGH.jpg",
  "short.jpg",
])("%s is no name of a file", async (wrong) => {
  const store = diskStore(emptyFolder());
  await expect(store.get(wrong)).rejects.toThrow("no name of a file");
  await expect(store.put(wrong, Buffer.from("x"), "image/jpeg")).rejects.toThrow("no name of a file");
  await expect(store.remove(wrong)).rejects.toThrow("no name of a file");
});

test("a write that cannot be finished leaves nothing behind", async () => {
  const folder = emptyFolder();
  // A folder stands where the file should go, so that the last step fails.
  await mkdir(join(folder, "ab", "12", name, "occupied"), { recursive: true });
  await expect(diskStore(folder).put(name, Buffer.from("x"), "image/jpeg")).rejects.toThrow(
    /EISDIR|ENOTEMPTY|EEXIST/,
  );
  expect(filesIn(folder)).toEqual([]);
});
