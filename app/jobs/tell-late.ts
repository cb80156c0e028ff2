import { tellLate } from "#app/domain/clocks/tell-late.server.ts";

/** Steps that are late become notices. */
export const tellLateSteps = (): Promise<void> => tellLate(new Date());
