import { useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { useRevalidator } from "#app/components/layout/router.ts";
import type { Subject } from "#app/domain/photos/schema.ts";
import { useLocale } from "#app/i18n/provider.tsx";
import { sendPhoto } from "./send-photo.ts";
import { shrinkPhoto } from "./shrink.ts";

/** A photo that was chosen and is not in the books yet. */
export interface Upload {
  id: string;
  photo: Blob;
  /** For its picture, while the page is open. */
  url: string;
  state: "waiting" | "sending" | "kept" | "failed";
  /** Why it was not kept, in the server's words. */
  message?: string | undefined;
}

/** Photos chosen for a subject: made small here, sent one after another, and gone from the list once the page shows them. */
export function useUploads(subject: Subject) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [isBusy, setBusy] = useState(false);
  const locale = useLocale();
  const { revalidate } = useRevalidator();
  const urls = useRef(new Set<string>());
  useEffect(() => {
    const made = urls.current;
    return () => made.forEach((url) => URL.revokeObjectURL(url));
  }, []);

  const change = (id: string, to: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...to } : upload)));

  async function choose(files: readonly File[]) {
    for (const file of files) {
      const photo = await shrinkPhoto(file);
      const url = URL.createObjectURL(photo);
      urls.current.add(url);
      setUploads((all) => [...all, { id: uuidv7(), photo, url, state: "waiting" }]);
    }
  }

  async function keepAll() {
    setBusy(true);
    const kept: string[] = [];
    for (const { id, photo, state } of uploads) {
      if (state === "kept") continue;
      change(id, { state: "sending", message: undefined });
      const sent = await sendPhoto(id, subject, photo, locale);
      change(id, sent.ok ? { state: "kept" } : { state: "failed", message: sent.message });
      if (sent.ok) kept.push(id);
    }
    setBusy(false);
    if (kept.length === 0) return;
    revalidate();
    setUploads((all) => all.filter(({ id }) => !kept.includes(id)));
  }

  const drop = (id: string) => setUploads((all) => all.filter((upload) => upload.id !== id));
  return { uploads, isBusy, choose, keepAll, drop };
}
