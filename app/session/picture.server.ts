import { refusalOf } from "#app/domain/refusals.server.ts";

/** A JPEG of ours as an answer: shown, never run, whatever a browser takes it for. */
export function pictureAnswer(bytes: Uint8Array, headers: Record<string, string>): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Disposition": "inline",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      ...headers,
    },
  });
}

/** What a query for a picture answers; a refusal is an answer without a picture, and with its status. */
export async function pictureOrStatus<Result>(query: Promise<Result>): Promise<Result> {
  try {
    return await query;
  } catch (error) {
    const { code, status } = refusalOf(error);
    if (code === "unexpected" || code === "database_unreachable") throw error;
    throw new Response(null, { status });
  }
}
