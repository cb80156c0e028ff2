import { z } from "zod";
import type { Locale } from "#db/vocabulary";
import type { Actor, MemberActor } from "./actor.ts";
import { notFound, refuse } from "./errors.ts";
import { isId } from "./is-id.ts";

/** A list or one thing, as whoever asks for it by address knows it. It changes nothing. */
export interface Query {
  /** Below /api/v1/: "delivery", "delivery/:id", "public/summary". */
  path: string;
  /** A `member` acts for an organization and sees what is within its reach; `anyone` needs no account. */
  asks: "anyone" | "member";
  summary: Record<Locale, string>;
  /** What the address may ask for after "?". */
  filter: z.ZodObject;
  /** `key` is the end of the address when the path has one. Throws ZodError, and DomainError as the query does. */
  read(actor: Actor, key: string, parameters: Record<string, unknown>): Promise<unknown>;
}

/** A page's number in an address, from 1. */
export const page = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, "not_a_number")
  .transform(Number)
  .default(1);

/** Part of a name or number, as typed. */
export const typed = z.string().trim().max(100, "too_long").optional();

/** A list within the actor's reach: /api/v1/<noun>. */
export function list<Filter extends z.ZodObject>(
  noun: string,
  summary: Record<Locale, string>,
  filter: Filter,
  run: (actor: MemberActor, filter: z.output<Filter>) => Promise<unknown>,
): Query {
  return {
    path: noun,
    asks: "member",
    summary,
    filter,
    read: async (actor, _key, parameters) => run(memberIn(actor), filter.parse(parameters)),
  };
}

/** One thing within the actor's reach: /api/v1/<noun>/<id>. Out of reach reads as not found. */
export function one(
  noun: string,
  summary: Record<Locale, string>,
  run: (actor: MemberActor, id: string) => Promise<unknown>,
): Query {
  return {
    path: `${noun}/:id`,
    asks: "member",
    summary,
    filter: z.object({}),
    read: async (actor, id) => {
      const member = memberIn(actor);
      return isId(id) ? run(member, id) : notFound(noun);
    },
  };
}

/** What anybody may read: /api/v1/public/<path>. */
export function open<Filter extends z.ZodObject>(
  path: string,
  summary: Record<Locale, string>,
  filter: Filter,
  run: (filter: z.output<Filter>, key: string, actor: Actor) => Promise<unknown>,
): Query {
  return {
    path: `public/${path}`,
    asks: "anyone",
    summary,
    filter,
    read: async (actor, key, parameters) => run(filter.parse(parameters), key, actor),
  };
}

function memberIn(actor: Actor): MemberActor {
  if (actor.kind === "receiver" || actor.kind === "system") return refuse("not_signed_in", {});
  return actor;
}
