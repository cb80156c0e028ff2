import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { desc, eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { organizations, responses, type Tx } from "#db";
import { organizationKinds } from "#db/vocabulary";
import { startDatabase } from "#app/database.server.ts";
import { todayInShanghai } from "#app/domain/dates.ts";
import { DomainError } from "#app/domain/errors.ts";
import { optionalText, requiredText } from "#app/domain/fields.ts";
import { AddOrganization } from "#app/domain/organizations/schema.ts";
import { createOrganization } from "#app/domain/organizations/create.server.ts";
import { createResponse } from "#app/domain/organizations/create-response.server.ts";
import { createUser } from "#app/domain/people/create-user.server.ts";
import { grantRole } from "#app/domain/people/grant-role.server.ts";
import { emailAddress, mobileNumber } from "#app/domain/people/login.ts";
import { makePassword } from "#app/domain/people/password.server.ts";
import { perform } from "#app/domain/perform.server.ts";
import { errorSentence } from "#app/i18n/error-sentence.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";
import { settings } from "#app/settings.server.ts";
import { createLog } from "#app/web/log.server.ts";
import { reportAndExit } from "#app/web/report-and-exit.ts";

const usage = `
npm run create-admin -- --name NAME --organization ORGANIZATION (--email EMAIL | --phone MOBILE)
    [--kind KIND]          of an organization that is new: ${organizationKinds.join(", ")}
    [--uscc CODE]          its unified social credit code
    [--response NAME]      the emergency or programme it works in; the latest one unless named
    [--password PASSWORD]  "-" reads it from standard input; without it one is made and printed once
`;

const Wanted = z
  .object({
    name: requiredText(40),
    organization: requiredText(60),
    email: z.string().transform(emailAddress).pipe(z.string("bad_email")).optional(),
    phone: z.string().transform(mobileNumber).pipe(z.string("bad_phone")).optional(),
    kind: z.enum(organizationKinds).default("social_organization"),
    uscc: AddOrganization.shape.uscc,
    response: optionalText(60),
    password: z.string().min(10, "bad_password").optional(),
  })
  .refine(({ email, phone }) => email ?? phone, "Give --email or --phone: it is what they sign in with.");
type Wanted = z.output<typeof Wanted>;

/** `npm run create-admin`: an administrator, and the organization they look after when there is none of that name. */
async function createAdmin() {
  const wanted = await readArguments();
  const log = createLog("warn");
  const database = await startDatabase(log);
  const password = wanted.password ?? makePassword();
  try {
    await perform(
      {
        actor: { kind: "system", job: "create-admin" },
        action: "user.invite",
        requestId: uuidv7(),
        input: {},
      },
      async (tx) => {
        const organizationId = await organizationCalled(tx, wanted);
        const { name, email = null, phone = null } = wanted;
        const { id: userId } = await createUser(tx, { name, email, phone, password });
        await grantRole(tx, { userId, organizationId, role: "administrator", grantedBy: null });
        return { result: { userId }, organizationId, subjectId: userId };
      },
    );
  } finally {
    await database.close();
  }
  const login = wanted.email ?? wanted.phone ?? "";
  console.log(`${wanted.name} is an administrator of ${wanted.organization} and signs in as ${login}`);
  console.log(`at ${settings().publicUrl}/sign-in`);
  if (!wanted.password) console.log(`with the password ${password} (shown this once)`);
}

async function organizationCalled(tx: Tx, { organization: name, kind, uscc, response }: Wanted) {
  const [known] = await tx.select().from(organizations).where(eq(organizations.name, name));
  if (known) return known.id;
  const responseId = await responseCalled(tx, response);
  return (await createOrganization(tx, { name, kind, uscc, responseId })).id;
}

async function responseCalled(tx: Tx, name: string | null): Promise<string> {
  const [known] = await tx
    .select()
    .from(responses)
    .where(name === null ? undefined : eq(responses.name, name))
    .orderBy(desc(responses.startsOn))
    .limit(1);
  if (known) return known.id;
  const called = name === null ? { name: "日常项目", nameEn: "Regular programme" } : { name, nameEn: name };
  return (await createResponse(tx, { ...called, startsOn: todayInShanghai() })).id;
}

async function readArguments(): Promise<Wanted> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      name: text,
      organization: text,
      email: text,
      phone: text,
      kind: text,
      uscc: text,
      response: text,
      password: text,
    },
  });
  const password = values.password === "-" ? await lineFromStandardInput() : values.password;
  const wanted = Wanted.safeParse({ ...values, password });
  if (wanted.success) return wanted.data;
  const sentences: Record<string, string> = messagesFor("en").fields;
  const wrong = wanted.error.issues.map(({ path: [option], message }) => {
    const sentence = sentences[message] ?? message;
    return option === undefined ? sentence : `--${String(option)}: ${sentence}`;
  });
  return stop(wrong.join("\n") + "\n" + usage);
}

async function lineFromStandardInput(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return "";
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

createAdmin().catch((error: unknown) => {
  if (!(error instanceof DomainError)) return reportAndExit(error);
  const { code } = error;
  if (code === "unexpected" || code === "database_unreachable") return reportAndExit(error.cause);
  return stop(errorSentence(messagesFor("en"), error));
});
