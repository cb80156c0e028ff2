import { z } from "zod";

/**
 * The schema of a form with one group of goods: where none of them was filled in, what is missing are its fields, not
 * the group as a whole, which no field shows.
 */
export const withGoods = <Input>(schema: z.ZodType<Input>): z.ZodType<Input> =>
  z.preprocess((values) => (isObject(values) ? { goods: {}, ...values } : values), schema);

const isObject = (values: unknown): values is object => typeof values === "object" && values !== null;
