import type { DomainErrorCode, DomainErrorParams } from "#app/domain/errors.ts";
import type { Messages } from "./messages.ts";

/**
 * The sentence for a refusal in the reader's language: what is wrong and what to do.
 * Takes a `DomainError` as it is.
 */
export function errorSentence<Code extends DomainErrorCode>(
  messages: Messages,
  error: { code: Code; params: DomainErrorParams[Code] },
): string {
  const sentences: { readonly [C in DomainErrorCode]: (params: DomainErrorParams[C]) => string } =
    messages.errors;
  return sentences[error.code](error.params);
}
