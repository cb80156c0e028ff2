import { redirect } from "@remix-run/node";
import { UnprintableText } from "#app/domain/labels/unprintable-text.ts";
import { refusalOf } from "#app/domain/refusals.server.ts";

/**
 * What the loader of a file does with a query that may refuse: a refusal sends the reader to the page beside the file,
 * which is refused alike and says so in a page of the reader's language. What is no refusal is thrown on.
 */
export async function orPage<Result>(query: Promise<Result>, page: string): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    if (!saysWhy(error)) throw error;
    throw redirect(page);
  }
}

function saysWhy(error: unknown): boolean {
  if (error instanceof UnprintableText) return true;
  const { code } = refusalOf(error);
  return code !== "unexpected" && code !== "database_unreachable";
}
