/**
 * The shape another language must have: the same keys, text where there is text, and for a sentence made from
 * particulars a function of the same particulars.
 */
export type Dictionary<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (...params: infer Params) => string
    ? (...params: Params) => string
    : Source[Key] extends string
      ? string
      : Dictionary<Source[Key]>;
};
