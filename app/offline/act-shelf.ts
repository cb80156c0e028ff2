import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** An act that was done on this phone. */
export interface KeptAct {
  /** The id of the request, made here: sent twice, it is done once. */
  requestId: string;
  /** Whose act it is: only that person's session sends it. */
  owner: string;
  /** Acts of one lane are sent one after another: a warehouse, or a door. */
  lane: string;
  verb: string;
  input: unknown;
  /** ISO instant of the phone's clock. */
  at: string;
  /** What it is, in the words of whoever did it. */
  label: string;
  state: "waiting" | "sent" | "refused";
  /** How often it was on its way, and nobody knows whether it arrived. */
  tries?: number;
  /** ISO instant, by the phone's clock. */
  sentAt?: string;
  /** What the server said last: why it did not do it, now or ever. What is refused, a person decides. */
  error?: { code: string; message: string };
  /** What the server answered when it did it. */
  result?: unknown;
  /** What the page that kept it wants to find beside it again: plain JSON. */
  local?: unknown;
}

/** Where kept acts lie, in the order they were kept. */
export interface ActShelf {
  add(act: KeptAct): Promise<void>;
  all(): Promise<KeptAct[]>;
  /** Changes an act, or takes it away where `change` answers null; nothing happens to one that is not there. */
  change(requestId: string, change: (act: KeptAct) => KeptAct | null): Promise<void>;
}

/** A photo that goes to the server after the confirmation it belongs to. */
export interface KeptPhoto {
  /** UUIDv7, made here: sent twice, it is kept once. */
  id: string;
  /** The request id of the confirmation. */
  confirmation: string;
  code: string;
  /** The delivery's line it shows, when it shows one. */
  line: number | null;
  file: Blob;
  at: string;
  tries: number;
  error?: { code: string; message: string };
}

interface OfflineSchema extends DBSchema {
  acts: { key: number; value: KeptAct & { n?: number }; indexes: { requestId: string } };
  /** What a page knew last, by a key of its own. */
  notes: { key: string; value: unknown };
  photos: { key: string; value: KeptPhoto };
}

export type OfflineStore = IDBPDatabase<OfflineSchema>;

/** The phone's own store. Throws where the browser has none (private windows of some). */
export function openStore(): Promise<OfflineStore> {
  return openDB<OfflineSchema>("jieli", 2, {
    upgrade(store, version) {
      if (version < 1) {
        const acts = store.createObjectStore("acts", { keyPath: "n", autoIncrement: true });
        acts.createIndex("requestId", "requestId", { unique: true });
        store.createObjectStore("notes");
      }
      store.createObjectStore("photos", { keyPath: "id" });
    },
    // Another tab wants the store in a newer form: it must not wait for this one.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

export function shelfIn(store: OfflineStore): ActShelf {
  return {
    async add(act) {
      await store.add("acts", act);
    },
    all: () => store.getAll("acts"),
    async change(requestId, change) {
      const transaction = store.transaction("acts", "readwrite");
      const act = await transaction.store.index("requestId").get(requestId);
      if (act?.n !== undefined) {
        const changed = change(act);
        if (changed === null) await transaction.store.delete(act.n);
        else await transaction.store.put({ ...changed, n: act.n });
      }
      await transaction.done;
    },
  };
}

/** The phone has no room left. */
export const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";
