import { DomainError, type DomainErrorCode } from "#app/domain/errors.ts";

/** The code with which a verb refused, or "done" when it did not. */
export async function refusalCode(work: Promise<unknown>): Promise<DomainErrorCode | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
