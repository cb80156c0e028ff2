import { uuidv7 } from "uuidv7";
import { responses, type Tx } from "#db";

/** An emergency or a programme to be; days are civil dates in Shanghai. */
export interface NewResponse {
  name: string;
  nameEn: string;
  startsOn: string;
  endsOn?: string | null;
}

/** The step. */
export async function createResponse(tx: Tx, response: NewResponse): Promise<{ id: string }> {
  const id = uuidv7();
  await tx.insert(responses).values({ ...response, id });
  return { id };
}
