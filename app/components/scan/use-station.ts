import { useEffect, useState } from "react";
import type { ScanAct } from "#app/domain/boxes/scan-act.ts";
import type { ScanData } from "#app/domain/boxes/scan-data.ts";
import { formatCode } from "#app/domain/code.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import type { Messages } from "#app/i18n/messages.ts";
import { openStore, shelfIn } from "#app/offline/act-shelf.ts";
import { Outbox } from "#app/offline/outbox.ts";
import { sendActsTo } from "#app/offline/send-acts.ts";
import { makeFeedback } from "./feedback.ts";
import { ScanStation } from "./station.ts";

const TEND_MS = 30_000;

/** The station of one warehouse for one person; null until the phone's store is open, "noStore" where there is none. */
export function useStation(warehouseId: string, owner: string): ScanStation | null | "noStore" {
  const messages = useMessages();
  const [station, setStation] = useState<ScanStation | null | "noStore">(null);
  useEffect(() => {
    const feedback = makeFeedback();
    let tending: (() => void) | undefined;
    let closed = false;
    void openStore().then(
      (store) => {
        if (closed) return store.close();
        const notes = notesIn(store, `${owner} ${warehouseId}`);
        const made = new ScanStation({
          warehouseId,
          outbox: new Outbox(shelfIn(store), owner),
          notes,
          fetchList: () => fetchList(warehouseId),
          send: sendActsTo("/desk/scan/sync"),
          feedback,
          describe: (act) => describe(act, messages),
          isOnline: () => navigator.onLine,
        });
        setStation(made);
        tending = tend(made);
        void made.start();
      },
      () => setStation("noStore"),
    );
    return () => {
      closed = true;
      tending?.();
      feedback.close();
    };
  }, [warehouseId, owner, messages]);
  return station;
}

function notesIn(store: Awaited<ReturnType<typeof openStore>>, prefix: string) {
  return {
    read: (name: string) => store.get("notes", `${prefix} ${name}`),
    write: async (name: string, note: unknown) => {
      await store.put("notes", note, `${prefix} ${name}`);
    },
  };
}

async function fetchList(warehouseId: string): Promise<ScanData | null> {
  try {
    const response = await fetch(`/desk/scan/data?warehouse=${warehouseId}`, { redirect: "manual" });
    return response.ok ? ((await response.json()) as ScanData) : null;
  } catch {
    return null;
  }
}

/** Sends again when the connection comes back, when the page is looked at again, and now and then. */
function tend(station: ScanStation): () => void {
  const wake = () => {
    if (!document.hidden) void station.tend();
  };
  const flush = () => void station.flush();
  window.addEventListener("online", flush);
  window.addEventListener("offline", flush);
  document.addEventListener("visibilitychange", wake);
  const timer = setInterval(wake, TEND_MS);
  return () => {
    window.removeEventListener("online", flush);
    window.removeEventListener("offline", flush);
    document.removeEventListener("visibilitychange", wake);
    clearInterval(timer);
  };
}

function describe({ verb, input }: ScanAct, { scan }: Messages): string {
  const mode = scan.verbs[verb];
  return "code" in input ? `${mode} ${formatCode(input.code)}` : mode;
}
