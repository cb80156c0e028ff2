import type { ActShelf, KeptAct } from "./act-shelf.ts";
import type { ActOutcome, SendActs } from "./send-acts.ts";

const BATCH = 50;

/** What came of sending: everything gone, or why not. */
export type Flushed = "sent" | "offline" | "signed_out" | "unavailable";

/**
 * Acts that were done on this phone and must reach the server: none is lost, none is done twice, and one that the server
 * refuses waits for a person while the others go on. `owner` is whose session it is.
 */
export class Outbox {
  constructor(
    private readonly shelf: ActShelf,
    private readonly owner: string,
  ) {}

  /** Resolves once the phone has it; throws what the store throws, `isFull` among it. */
  add(act: Omit<KeptAct, "owner" | "state" | "tries" | "sentAt" | "error" | "result">): Promise<void> {
    return this.shelf.add({ ...act, owner: this.owner, state: "waiting" });
  }

  /** Everything of a lane, in the order it was done; what was sent stays until `forgetSent`. */
  async list(lane: string): Promise<KeptAct[]> {
    return (await this.shelf.all()).filter((act) => act.owner === this.owner && act.lane === lane);
  }

  /** How many acts other people left on this phone without sending them. */
  async ofOthers(): Promise<number> {
    return (await this.shelf.all()).filter(({ owner, state }) => owner !== this.owner && state !== "sent")
      .length;
  }

  /** Takes an act away that certainly never reached the server; false when it may have. */
  async remove(requestId: string): Promise<boolean> {
    let removed = false;
    await this.shelf.change(requestId, (act) => {
      removed = act.state === "refused" || (act.state === "waiting" && !act.tries);
      return removed ? null : act;
    });
    return removed;
  }

  /** A refused act goes to the server once more. */
  retry(requestId: string): Promise<void> {
    return this.shelf.change(requestId, ({ error: _gone, ...act }) => ({ ...act, state: "waiting" }));
  }

  /** Forgets what was sent before a moment of the phone's clock: a newer list from the server knows of it. */
  async forgetSent(lane: string, before: string): Promise<void> {
    for (const { requestId, state, sentAt = "" } of await this.list(lane)) {
      if (state === "sent" && sentAt < before) await this.shelf.change(requestId, () => null);
    }
  }

  /** Sends what waits in a lane, in order; two tabs never send at once. */
  async flush(lane: string, send: SendActs): Promise<Flushed> {
    const work = () => this.sendAll(lane, send);
    const locks = globalThis.navigator?.locks;
    return locks ? await locks.request(`jieli-outbox ${lane}`, work) : work();
  }

  private async sendAll(lane: string, send: SendActs): Promise<Flushed> {
    for (;;) {
      const waiting = (await this.list(lane)).filter(({ state }) => state === "waiting").slice(0, BATCH);
      if (waiting.length === 0) return "sent";
      for (const { requestId } of waiting) {
        await this.shelf.change(requestId, (act) => ({ ...act, tries: (act.tries ?? 0) + 1 }));
      }
      const answer = await send(waiting.map(({ requestId, verb, input }) => ({ requestId, verb, input })));
      if (!Array.isArray(answer)) return answer;
      let settled = 0;
      for (const outcome of answer) {
        if (outcome.ok || !outcome.again) settled += 1;
        await this.shelf.change(outcome.requestId, (act) => settle(act, outcome));
      }
      // The server cannot do any of them now; asking again at once would not help.
      if (settled === 0) return "unavailable";
    }
  }
}

function settle(act: KeptAct, outcome: ActOutcome): KeptAct {
  const { error: _before, ...bare } = act;
  if (outcome.ok) {
    return { ...bare, state: "sent", sentAt: new Date().toISOString(), result: outcome.result };
  }
  return { ...bare, state: outcome.again ? "waiting" : "refused", error: outcome.error };
}
