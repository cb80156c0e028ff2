/** Why something that looks like GS1 is not taken: each is a sentence for the reader. */
export const gs1Problems = [
  "bad_check_digit",
  "bad_date",
  "bad_number",
  "bad_text",
  "too_short",
  "too_long",
  "unknown_identifier",
] as const;
export type Gs1Problem = (typeof gs1Problems)[number];

/** Thrown inside the parser, and answered by `parseScan` as a scan of kind "bad". */
export class Gs1Error extends Error {
  readonly problem: Gs1Problem;
  /** The application identifier it stands under, where it is known. */
  readonly ai: string | null;

  constructor(problem: Gs1Problem, ai: string | null = null) {
    super(ai === null ? problem : `${problem} in (${ai})`);
    this.name = "Gs1Error";
    this.problem = problem;
    this.ai = ai;
  }
}
