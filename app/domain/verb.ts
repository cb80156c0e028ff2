import type { z } from "zod";
import type { Locale } from "#db/vocabulary";
import type { Actor, MemberActor, UserActor } from "./actor.ts";
import { refuse } from "./errors.ts";
import type { Plain } from "./perform.server.ts";
import { type Action, openActions, permissions } from "./permissions.ts";

/** A verb as whoever calls it by name knows it: the API, its description, and the test of the permission table. */
export interface Verb<Name extends string = string> {
  /** "delivery.confirm": the address /api/v1/delivery/confirm. */
  name: Name;
  /** The row of the permission table: the verb's own, or that of the verb it belongs to. */
  action: Action;
  /** A `member` acts for an organization; a `user` is a person, never a program; `anyone` needs no account. */
  asks: "anyone" | "member" | "user";
  summary: Record<Locale, string>;
  /** What it takes, and what it answers. */
  schema: z.ZodType;
  answer: z.ZodType;
  /** Reads `body` by the schema and runs the verb. Throws ZodError, and DomainError as the verb does. */
  call(actor: Actor, requestId: string, body: unknown): Promise<Plain>;
}

interface Definition<Name extends string, Schema extends z.ZodType, Answer extends z.ZodType> {
  name: Name;
  action?: Action;
  schema: Schema;
  answer: Answer;
  summary: Record<Locale, string>;
}

type Runs<Asker, Schema extends z.ZodType, Answer extends z.ZodType> = {
  run(actor: Asker, requestId: string, input: z.output<Schema>): Promise<z.output<Answer> & Plain>;
};

/** A verb that needs no account. */
export function anyone<const Name extends string, Schema extends z.ZodType, Answer extends z.ZodType>({
  run,
  ...definition
}: Definition<Name, Schema, Answer> & Runs<Actor, Schema, Answer>): Verb<Name> {
  return {
    ...definition,
    action: actionOf(definition),
    asks: "anyone",
    call: async (actor, requestId, body) => run(actor, requestId, definition.schema.parse(body)),
  };
}

/** A verb of whoever acts for an organization: a person, or a program with a token. */
export function member<const Name extends string, Schema extends z.ZodType, Answer extends z.ZodType>({
  run,
  ...definition
}: Definition<Name, Schema, Answer> & Runs<MemberActor, Schema, Answer>): Verb<Name> {
  return {
    ...definition,
    action: actionOf(definition),
    asks: "member",
    call: async (actor, requestId, body) => {
      if (actor.kind === "receiver" || actor.kind === "system") return refuse("not_signed_in", {});
      return run(actor, requestId, definition.schema.parse(body));
    },
  };
}

/** A verb of a person who is signed in, never of a program. */
export function user<const Name extends string, Schema extends z.ZodType, Answer extends z.ZodType>({
  run,
  ...definition
}: Definition<Name, Schema, Answer> & Runs<UserActor, Schema, Answer>): Verb<Name> {
  const action = actionOf(definition);
  return {
    ...definition,
    action,
    asks: "user",
    call: async (actor, requestId, body) => {
      if (actor.kind === "receiver") return refuse("not_signed_in", {});
      // A program that could invite or make tokens would outlive its own token.
      if (actor.kind !== "user") return refuse("forbidden", { action });
      return run(actor, requestId, definition.schema.parse(body));
    },
  };
}

/** The row of the permission table that a verb falls under; a name that is none is a mistake in the list of verbs. */
function actionOf({ name, action }: { name: string; action?: Action }): Action {
  if (action !== undefined) return action;
  if (!isAction(name)) throw new Error(`${name} has no row in the permission table`);
  return name;
}

const actions = new Set<string>([...Object.keys(permissions), ...openActions]);
const isAction = (name: string): name is Action => actions.has(name);
