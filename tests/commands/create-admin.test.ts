import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { signIn } from "#app/domain/people/sign-in.server.ts";
import { refusalCode } from "#tests/support/refusal.ts";
import { testAppUrl } from "#tests/support/database.ts";

const run = promisify(execFile);
const from = { address: "192.0.2.1", device: null };

/** What the command printed, and whether it succeeded. */
async function createAdmin(...options: string[]) {
  const env = { ...process.env, DATABASE_URL: testAppUrl(), DATABASE_OWNER_URL: "" };
  const command = ["--import", "tsx", "app/commands/create-admin.ts", ...options];
  return run(process.execPath, command, { env }).then(
    ({ stdout }) => ({ ok: true, said: stdout }),
    (error: { stderr: string }) => ({ ok: false, said: error.stderr }),
  );
}

test("the first administrator signs in with the password that was printed; a second of that name is refused", async () => {
  const options = ["--name", "王芳", "--organization", "浦东社会组织", "--phone", "138 0013 8000"];
  const made = await createAdmin(...options);
  expect(made.ok).toBe(true);
  const password = /with the password (\S+)/.exec(made.said)?.[1] ?? "";
  expect(await refusalCode(signIn({ login: "13800138000", password }, from))).toBe("done");
  const again = await createAdmin(...options);
  expect(again).toEqual({ ok: false, said: expect.stringMatching(/already/) });
});

test("what is missing or wrong is named", async () => {
  const { ok, said } = await createAdmin("--name", "王芳", "--email", "wang", "--uscc", "123");
  expect(ok).toBe(false);
  for (const option of ["--organization:", "--email:", "--uscc:"]) expect(said).toContain(option);
});
