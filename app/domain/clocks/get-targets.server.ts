import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { organizationFor } from "../reach.server.ts";
import type { Targets } from "./clock.ts";
import { targetsOf } from "./targets.server.ts";

/** The hours that an organization within reach gives each step. */
export async function getTargets(actor: MemberActor, organizationId: string): Promise<Targets> {
  const { organizationId: id } = await organizationFor(db, actor, organizationId);
  return (await targetsOf(db, [id]))(id);
}
