import type { KeptPhoto, OfflineStore } from "./act-shelf.ts";

/** What became of a photo on its way. */
type Answer = { kept: true } | { kept: false; again: boolean; error?: KeptPhoto["error"] };

const PATIENCE_MS = 60_000;

/**
 * Sends the photos whose confirmation the server has, one after another, each under its own id: cut off in the middle, the
 * next time goes on with the same one. Answers whether all that could go went.
 */
export async function sendPhotos(store: OfflineStore, isConfirmed: (requestId: string) => boolean) {
  const work = async () => {
    for (const photo of await store.getAll("photos")) {
      if (photo.error || !isConfirmed(photo.confirmation)) continue;
      await store.put("photos", { ...photo, tries: photo.tries + 1 });
      const answer = await send(photo);
      if (answer.kept) await store.delete("photos", photo.id);
      else if (answer.again) return false;
      else await store.put("photos", { ...photo, tries: photo.tries + 1, error: answer.error });
    }
    return true;
  };
  const locks = globalThis.navigator?.locks;
  return locks ? await locks.request("jieli-photos", work) : work();
}

async function send({ id, confirmation, code, line, file }: KeptPhoto): Promise<Answer> {
  const form = new FormData();
  form.set("photo", id);
  form.set("confirmation", confirmation);
  if (line !== null) form.set("line", String(line));
  form.set("file", file, "photo.jpg");
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE_MS);
  try {
    const response = await fetch(`/q/${code}/photos`, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: form,
      signal: limit.signal,
    });
    if (response.ok) return { kept: true };
    const isFinal = response.status >= 400 && response.status < 500 && ![408, 429].includes(response.status);
    if (!isFinal) return { kept: false, again: true };
    const answer: { error?: KeptPhoto["error"] } | null = await response.json().catch(() => null);
    return { kept: false, again: false, error: answer?.error ?? { code: "refused", message: "" } };
  } catch {
    return { kept: false, again: true };
  } finally {
    clearTimeout(timer);
  }
}
