import { db } from "#db";
import type { MemberActor } from "../actor.ts";
import { findTraceSubject, type TraceSubject } from "./subject.server.ts";

/** A gift or a promise within reach, and its trace code. */
export const getTraceSubject = (actor: MemberActor, id: string): Promise<TraceSubject> =>
  findTraceSubject(db, actor, id);
