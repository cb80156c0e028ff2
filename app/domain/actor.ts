import type { Role } from "#db/vocabulary";

/** Who is asking. A user or a token acts for one organization and reaches those whose books it keeps. */
export type Actor = UserActor | TokenActor | OperatorActor | ReceiverActor | SystemActor;

interface OrganizationActor {
  organizationId: string;
  /** The organization itself first, then those whose books it keeps. */
  reach: readonly string[];
  responseId: string;
  roles: readonly Role[];
}

export interface UserActor extends OrganizationActor {
  kind: "user";
  userId: string;
  name: string;
}

export interface TokenActor extends OrganizationActor {
  kind: "token";
  tokenId: string;
}

/** Whoever has the machine's command line, acting for an organization. */
export interface OperatorActor extends OrganizationActor {
  kind: "operator";
  command: string;
}

/** A person at the door, without an account: whoever holds the label's code and knows the PIN. */
export interface ReceiverActor {
  kind: "receiver";
  address: string;
  /** The site whose own link they hold. */
  site?: string;
}

export interface SystemActor {
  kind: "system";
  job: string;
}

/** The actors that act for an organization. */
export type MemberActor = UserActor | TokenActor | OperatorActor;

/** The name under which requests and audit remember this actor. */
export function askerOf(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return `user:${actor.userId}`;
    case "token":
      return `token:${actor.tokenId}`;
    case "operator":
      return `operator:${actor.command}`;
    case "receiver":
      return "receiver";
    case "system":
      return `system:${actor.job}`;
  }
}

/** The user behind an act, for "made by" columns; a token or a job has none. */
export const userIdOf = (actor: Actor): string | null => (actor.kind === "user" ? actor.userId : null);

/** The row id behind an actor, for the journal. */
export const actorIdOf = (actor: Actor): string | null =>
  actor.kind === "user" ? actor.userId : actor.kind === "token" ? actor.tokenId : null;
