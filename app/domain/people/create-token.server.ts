import { uuidv7 } from "uuidv7";
import { apiTokens } from "#db";
import type { UserActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import type { CreateToken } from "./schema.ts";
import { hashOfSecret, secretFor } from "./secret.server.ts";

/** A token for a program that works for the actor's organization in one role. `token` is shown this once. */
export async function createToken(actor: UserActor, requestId: string, input: CreateToken) {
  const token = `jieli_${secretFor("token", requestId)}`;
  const result = await perform({ actor, action: "token.create", requestId, input }, async (tx) => {
    const id = uuidv7();
    const { organizationId, userId: createdBy } = actor;
    await tx
      .insert(apiTokens)
      .values({ ...input, id, tokenHash: hashOfSecret(token), organizationId, createdBy });
    return { result: { id }, organizationId, subjectId: id, detail: { role: input.role } };
  });
  return { ...result, token };
}
