/** An act as it travels. */
export interface ActToSend {
  requestId: string;
  verb: string;
  input: unknown;
}

/** What became of one act. `again`: nothing is wrong with it, the server could not do it now. */
export type ActOutcome =
  | { requestId: string; ok: true }
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
    const { results }: { results: ActOutcome[] } = await response.json();
    return results;
  };

async function post(path: string, acts: ActToSend[]): Promise<Response | null> {
  try {
    return await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ acts }),
      redirect: "manual",
    });
  } catch {
    return null;
  }
}
