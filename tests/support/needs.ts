import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { answerNeed } from "#app/domain/needs/answer.server.ts";
import { askNeed } from "#app/domain/needs/ask.server.ts";
import { recordNeed } from "#app/domain/needs/record.server.ts";
import { AnswerNeed, AskNeed, RecordNeed } from "#app/domain/needs/schema.ts";
import { shareSite } from "#app/domain/places/share-site.server.ts";
import type { World } from "./world.ts";

export const receiver = { kind: "receiver", address: "192.0.2.1" } as const;

const masks = { lines: [{ wish: "医用外科口罩", quantity: "60", unit: "只" }] };

/** The end of a new link to a site's own page. */
export async function linkOf(world: World, siteId = world.site.id): Promise<string> {
  const { token } = await shareSite(world.actors.dispatcher, uuidv7(), { siteId });
  return token;
}

/** A site asks for 60 masks unless told, on its own page. */
export const ask = (token: string, input: Partial<z.input<typeof AskNeed>> = {}, requestId = uuidv7()) =>
  askNeed(receiver, requestId, AskNeed.parse({ token, ...masks, ...input }));

/** The same, written down at the desk. */
export const record = (world: World, input: Partial<z.input<typeof RecordNeed>> = {}) =>
  recordNeed(
    world.actors.dispatcher,
    uuidv7(),
    RecordNeed.parse({ siteId: world.site.id, ...masks, ...input }),
  );

export const answer = (world: World, needId: string, decision: "accept" | "decline" = "accept") =>
  answerNeed(
    world.actors.dispatcher,
    uuidv7(),
    AnswerNeed.parse({ needId, decision, answer: "60 只，明天上午到" }),
  );
