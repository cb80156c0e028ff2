import type { FormErrors } from "#app/components/fields/read-form.ts";

/** Where an action sends the browser after it did its work. */
export function redirectedTo(answer: unknown): URL {
  const location = answer instanceof Response ? answer.headers.get("Location") : null;
  if (location === null) throw new Error(`No redirect, but ${JSON.stringify(answer)}`);
  return new URL(location, "http://localhost");
}

/** What an action hands back to its form, with the status of the answer. */
export function formErrors(answer: unknown): { status: number; errors: FormErrors } {
  if (!isFormAnswer(answer)) throw new Error("The form was not refused.");
  return { status: answer.init?.status ?? 200, errors: answer.data };
}

function isFormAnswer(answer: unknown): answer is { data: FormErrors; init: ResponseInit | null } {
  return typeof answer === "object" && answer !== null && "data" in answer && "init" in answer;
}
