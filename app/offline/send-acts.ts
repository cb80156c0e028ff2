/** An act as it travels. */
export interface ActToSend {
  requestId: string;
  verb: string;
  input: unknown;
  /** Somebody stands before the form and mends it there when it is refused. */
  attended?: boolean;
}

/** What became of one act. `again`: nothing is wrong with it, the server could not do it now. */
export type ActOutcome =
  | { requestId: string; ok: true; result?: unknown }
  | { requestId: string; ok: false; again: boolean; error: { code: string; message: string } };

export type SendActs = (
  acts: ActToSend[],
) => Promise<ActOutcome[] | "offline" | "signed_out" | "unavailable">;

/** Posts acts to a page that answers `{ results }`, one outcome for each. */
export const sendActsTo =
  (path: string): SendActs =>
  async (acts) => {
    const response = await post(path, acts);
    if (response === null) return "offline";
    if (response.type === "opaqueredirect" || response.status === 401) return "signed_out";
    if (!response.ok) return "unavailable";
    const answer: { results: ActOutcome[] } | null = await response.json().catch(() => null);
    return answer?.results ?? "offline";
  };

/** A line that hangs is a line that is gone: what was sent is asked for again, and done once. */
const PATIENCE_MS = 30_000;

async function post(path: string, acts: ActToSend[]): Promise<Response | null> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE_MS);
  try {
    return await fetch(path, {
      method: "POST",
      signal: limit.signal,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ acts }),
      redirect: "manual",
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
