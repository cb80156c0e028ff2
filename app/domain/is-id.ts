import { id } from "./fields.ts";

/** Whether a text from an address is a UUID at all; anything else is nobody's id and reads as not found. */
export const isId = (text: string): boolean => id.safeParse(text).success;
