import { uuidv7 } from "uuidv7";
import type { SealedConfirmation } from "#app/domain/receipts/sealed-body.ts";
import { type KeptAct, type KeptPhoto, type OfflineStore, shelfIn } from "./act-shelf.ts";
import type { KeptConfirmation } from "./confirmation.ts";
import { seal } from "./device-key.ts";
import { sendPhotos } from "./kept-photos.ts";
import { Outbox } from "./outbox.ts";
import { sendActsTo } from "./send-acts.ts";

/** Nobody signs in at a door: what a phone keeps there is the phone's. */
const DOOR = "door";
const toServer = sendActsTo("/q/sync");
const SHORTEST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
/** What was sent is remembered for so long, for photos that come after it. */
const REMEMBER_MS = 7 * 86_400_000;

/** What waits on this phone. */
export interface Waiting {
  acts: KeptAct[];
  photos: KeptPhoto[];
}

/** What is beside a kept confirmation: for people, and to fill its form in again. */
export interface DoorLocal {
  number: string;
  values: [string, string][];
}

const left = ({ acts, photos }: Waiting): number =>
  acts.filter(({ state }) => state === "waiting").length + photos.length;

/** Whether the server has a confirmation, or had it before this phone forgot it. */
function confirmedIn({ acts }: Waiting): (requestId: string) => boolean {
  const open = new Set(acts.filter(({ state }) => state !== "sent").map(({ requestId }) => requestId));
  return (requestId) => !open.has(requestId);
}

/**
 * The confirmations of this phone, from the press of the button until the server has each once with its photos. Sends at
 * once, when the line or the page comes back, and after pauses that grow to a minute.
 */
export class DoorBox {
  private readonly outbox: Outbox;
  private pause = SHORTEST_PAUSE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  /** The confirmation somebody waits for in front of the form, who mends it there when it is refused. */
  private attended: string | undefined;

  constructor(
    private readonly store: OfflineStore,
    private readonly onChange: (waiting: Waiting) => void,
  ) {
    this.outbox = new Outbox(shelfIn(store), DOOR);
  }

  async start(): Promise<void> {
    addEventListener("online", () => this.sendNow());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.sendNow();
    });
    await this.outbox.forgetSent(DOOR, new Date(Date.now() - REMEMBER_MS).toISOString());
    await this.tell();
    this.sendNow();
  }

  /** Resolves with the id once the phone has it, sealed, with its photos: all of it or nothing. Throws when it is full. */
  async keep(
    body: KeptConfirmation,
    local: DoorLocal,
    photos: readonly { line: number | null; file: Blob }[],
  ): Promise<string> {
    const requestId = uuidv7();
    const device = await seal(this.store, requestId, body as SealedConfirmation);
    const act: KeptAct = {
      requestId,
      owner: DOOR,
      lane: DOOR,
      verb: "delivery.confirm",
      input: device ? { ...body, device } : body,
      at: body.occurredAt,
      label: local.number,
      state: "waiting",
      local,
    };
    const transaction = this.store.transaction(["acts", "photos"], "readwrite");
    const puts: Promise<unknown>[] = [transaction.objectStore("acts").add(act)];
    for (const photo of photos) {
      const kept = { ...photo, id: uuidv7(), confirmation: requestId, code: body.code, at: act.at, tries: 0 };
      puts.push(transaction.objectStore("photos").add(kept));
    }
    await Promise.all([...puts, transaction.done]);
    await this.tell();
    return requestId;
  }

  /** A photo of what was signed for before. */
  async keepPhoto(code: string, confirmation: string, line: number | null, file: Blob): Promise<void> {
    const at = new Date().toISOString();
    await this.store.add("photos", { id: uuidv7(), confirmation, code, line, file, at, tries: 0 });
    await this.tell();
    this.sendNow();
  }

  sendNow(): void {
    this.pause = SHORTEST_PAUSE_MS;
    void this.send();
  }

  /** Sends what waits; several who ask at once wait for the same sending. */
  send(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    while (await this.sendOnce()) {
      // Something was kept while the rest was on its way: it goes at once.
    }
  }

  /** Sends all there is. Whether it is worth another go at once; what could not go now is tried again after a pause. */
  private async sendOnce(): Promise<boolean> {
    const before = await this.waiting();
    const link = await this.outbox.flush(DOOR, (acts) =>
      toServer(acts.map((act) => ({ ...act, attended: act.requestId === this.attended }))),
    );
    const signed = confirmedIn(await this.tell());
    const allPhotos = link !== "offline" && (await sendPhotos(this.store, signed));
    const after = await this.tell();
    const acts = after.acts.filter(({ state }) => state === "waiting");
    const photos = after.photos.filter(({ error, confirmation }) => !error && signed(confirmation));
    if (acts.length + photos.length === 0) return false;
    if ((acts.length === 0 || link === "sent") && (photos.length === 0 || allPhotos)) return true;
    // Something went through: the line is there, if only now and then.
    if (left(after) < left(before)) this.pause = SHORTEST_PAUSE_MS;
    this.timer = setTimeout(() => void this.send(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
    return false;
  }

  /** Sends while somebody looks on, and waits so long at most. */
  async sendFor(requestId: string, patienceMs: number): Promise<void> {
    this.attended = requestId;
    await Promise.race([this.send(), new Promise((done) => setTimeout(done, patienceMs))]);
    this.attended = undefined;
  }

  async find(requestId: string): Promise<KeptAct | undefined> {
    return (await this.outbox.list(DOOR)).find((act) => act.requestId === requestId);
  }

  async retry(requestId: string): Promise<void> {
    await this.outbox.retry(requestId);
    this.sendNow();
  }

  /** Takes away what the server refused, with its photos. */
  async drop(requestId: string): Promise<void> {
    if (!(await this.outbox.remove(requestId))) return;
    for (const photo of await this.store.getAll("photos")) {
      if (photo.confirmation === requestId) await this.store.delete("photos", photo.id);
    }
    await this.tell();
  }

  /** A photo the server refused goes once more. */
  async retryPhoto({ id }: KeptPhoto): Promise<void> {
    const photo = await this.store.get("photos", id);
    if (photo) await this.store.put("photos", { ...photo, error: undefined });
    this.sendNow();
  }

  /** Takes a photo away that the server refused. */
  async dropPhoto({ id }: KeptPhoto): Promise<void> {
    await this.store.delete("photos", id);
    await this.tell();
  }

  async waiting(): Promise<Waiting> {
    return { acts: await this.outbox.list(DOOR), photos: await this.store.getAll("photos") };
  }

  private async tell(): Promise<Waiting> {
    const waiting = await this.waiting();
    this.onChange(waiting);
    return waiting;
  }
}
