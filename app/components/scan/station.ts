import { uuidv7 } from "uuidv7";
import { judge, type LastScan } from "#app/domain/boxes/judge.ts";
import { countsOf, startBin } from "#app/domain/boxes/judge-count.ts";
import { known as knownFrom, type Known } from "#app/domain/boxes/known.ts";
import { apply, type Before, type ScanAct, takeBack } from "#app/domain/boxes/scan-act.ts";
import { type ScanContext, type ScanMode, startOf, type Verdict } from "#app/domain/boxes/scan-context.ts";
import type { ScanData } from "#app/domain/boxes/scan-data.ts";
import { isFull, type KeptAct } from "#app/offline/act-shelf.ts";
import { type RunLine, withLine } from "./run-line.ts";
import { firstState, type Local, type StationPorts, type StationState } from "./station-state.ts";

/** Acts that say when they happened. */
const timed = new Set<string>([
  "box.receive",
  "box.move",
  "box.nest",
  "box.pick",
  "box.load",
  "stocktake.count-bin",
]);

/**
 * The scan screen without its looks: judges scans one after another from what the phone knows, keeps what follows from
 * them before it says so, and sends it when there is a connection.
 */
export class ScanStation {
  known: Known | null = null;
  private state: StationState = firstState;
  private readonly listeners = new Set<() => void>();
  private local: Promise<unknown> = Promise.resolve();
  private network: Promise<unknown> = Promise.resolve();
  private last: LastScan | null = null;
  private lastScanAt = 0;
  private listedAt = 0;
  private looks = 0;

  constructor(private readonly ports: StationPorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getState = (): StationState => this.state;

  /** Works with what the phone kept, then with the server's newest list. */
  async start(): Promise<void> {
    const { notes } = this.ports;
    const session = (await notes.read("session")) as { context: ScanContext; run: RunLine[] } | undefined;
    if (session) this.set({ context: session.context, run: session.run });
    const kept = (await notes.read("list")) as ScanData | undefined;
    if (kept) await this.inOrder(() => this.use(kept));
    if (!kept) this.set({ phase: "loading" });
    await this.flush();
    const fresh = await this.refresh();
    if (!fresh && !this.known) this.set({ phase: "noList" });
  }

  /** Judges a scan after those before it, and resolves when its verdict stands. */
  scan(text: string): Promise<void> {
    return this.inOrder(() => this.judgeOne(text));
  }

  private async judgeOne(text: string): Promise<void> {
    if (!this.known) return;
    const now = Date.now();
    this.lastScanAt = now;
    await this.follow(judge(this.known, this.state.context, text, { last: this.last, now }), now);
  }

  /** An answer to a question; null leaves everything as it is. */
  answer(verdict: Verdict | null): Promise<void> {
    return this.inOrder(async () => {
      if (verdict === null) return this.set({ verdict: null });
      await this.follow(verdict, Date.now());
    });
  }

  /** Something the screen itself found: a photo without a code. */
  report(verdict: Verdict): Promise<void> {
    return this.inOrder(() => this.follow(verdict, Date.now()));
  }

  private async follow(verdict: Verdict, now: number): Promise<void> {
    let line: RunLine | null = null;
    try {
      line = await this.carryOut(verdict, new Date(now).toISOString());
    } catch (error) {
      if (!isFull(error)) throw error;
      this.ports.feedback.give("wrong");
      return this.set({ full: true, verdict: null });
    }
    this.ports.feedback.give(verdict.kind);
    const n = (this.state.verdict?.n ?? 0) + 1;
    const context = "context" in verdict ? verdict.context : this.state.context;
    const run = line ? withLine(this.state.run, line) : this.state.run;
    this.set({ verdict: { verdict, n }, context, run, full: false });
    if (verdict.kind === "right") this.last = { code: verdict.code, at: now };
    await this.note();
    if (line && line.kept.length > 0) void this.flush();
  }

  /** Keeps what follows from a verdict; what could not be kept is as if it never was. */
  private async carryOut(verdict: Verdict, at: string): Promise<RunLine | null> {
    if (verdict.kind === "context" || verdict.kind === "choose") return null;
    const { says } = verdict;
    const common = { id: uuidv7(), at, mode: this.state.context.mode, says };
    if (verdict.kind !== "right") {
      const goods = (verdict.kind === "wrong" && verdict.goods) || [];
      const code = (verdict.kind === "wrong" && verdict.code) || null;
      return { ...common, tone: verdict.kind, code, goods, kept: [] };
    }
    const kept: RunLine["kept"] = [];
    try {
      for (const act of verdict.acts) kept.push(await this.keep(act, at));
    } catch (error) {
      for (const each of kept.reverse()) await this.forget(each);
      throw error;
    }
    return { ...common, tone: "right", code: verdict.code, goods: verdict.goods, kept };
  }

  private async keep(act: ScanAct, at: string): Promise<RunLine["kept"][number]> {
    const { outbox, warehouseId, describe } = this.ports;
    const requestId = act.verb === "consignment.open" ? act.id : uuidv7();
    const before = apply(this.known!, act);
    const input = timed.has(act.verb) ? { ...act.input, occurredAt: at } : act.input;
    const local: Local = { act, before };
    try {
      await outbox.add({
        requestId,
        lane: warehouseId,
        verb: act.verb,
        input,
        at,
        label: describe(act),
        local,
      });
    } catch (error) {
      takeBack(this.known!, act, before);
      throw error;
    }
    await this.showActs();
    return { requestId, act, before };
  }

  private async forget({ requestId, act, before }: RunLine["kept"][number]): Promise<void> {
    await this.ports.outbox.remove(requestId);
    takeBack(this.known!, act, before);
  }

  /** Takes back what a line did: what was not sent never happened, what was sent is undone by another act. */
  undo(line: RunLine): Promise<void> {
    return this.inOrder(() => this.undoLine(line));
  }

  private async undoLine(line: RunLine): Promise<void> {
    const { count } = this.state.context;
    if (line.kept.length === 0 && count) {
      const codes = count.codes.filter((code) => code !== line.code);
      this.set({ context: { ...this.state.context, count: { ...count, codes } } });
    }
    for (const each of [...line.kept].reverse()) {
      if (each.act.verb.startsWith("box.")) await this.undoOne(each, line);
    }
    this.last = null;
    const run = this.state.run.map((each) =>
      each.id === line.id ? { ...each, undone: true as const } : each,
    );
    this.set({ run, verdict: null });
    await this.showActs();
    await this.note();
    void this.flush();
  }

  private async undoOne({ requestId, act, before }: RunLine["kept"][number], line: RunLine): Promise<void> {
    const { outbox, warehouseId, describe } = this.ports;
    if (!(await outbox.remove(requestId))) {
      const at = new Date().toISOString();
      const local: Local = { takesBack: { act, before } };
      const input = { eventId: requestId, occurredAt: at };
      await outbox.add({
        requestId: uuidv7(),
        lane: warehouseId,
        verb: "box.undo",
        input,
        at,
        label: describe(act),
        local,
      });
    }
    if (this.known && !line.undone) takeBack(this.known, act, before);
  }

  setMode(mode: ScanMode): void {
    if (mode === this.state.context.mode) return;
    const { deliveryId, consignmentId, line, perBox, count } = this.state.context;
    this.setContext({ ...startOf(mode), deliveryId, consignmentId, line, perBox, count });
    // A count is held against the state its bin was in, so it begins with the newest list.
    if (mode === "count") void this.refresh();
  }

  setContext(context: ScanContext): void {
    this.last = null;
    this.set({ context, verdict: null });
    void this.note();
  }

  /** Goods at the door that nobody had announced: a consignment of their own, at once. */
  openConsignment(): Promise<void> {
    const id = uuidv7();
    const { warehouseId } = this.ports;
    return this.carry(
      { verb: "consignment.open", id, input: { warehouseId } },
      { consignmentId: id, line: "unknown", perBox: null },
    );
  }

  chooseBin(account: string): Promise<void> {
    return this.inOrder(async () => {
      if (this.known) await this.follow(startBin(this.known, this.state.context, { account }), Date.now());
    });
  }

  async finishPicking(leaveBehind: boolean): Promise<void> {
    const { deliveryId } = this.state.context;
    if (deliveryId === null) return;
    await this.carry(
      { verb: "delivery.finish-picking", input: { deliveryId, leaveBehind } },
      { deliveryId: null },
    );
  }

  async finishCount(): Promise<void> {
    const { count } = this.state.context;
    if (count === null || !this.known) return;
    const { stocktakeId, account: accountId, since } = count;
    const counts = countsOf(this.known, count);
    const input = { stocktakeId, accountId, since, counts };
    await this.carry({ verb: "stocktake.count-bin", input }, { count: null });
  }

  /** An act that no scan asked for, and what the work is about after it. */
  private carry(act: ScanAct, after: Partial<ScanContext>): Promise<void> {
    return this.inOrder(async () => {
      try {
        await this.keep(act, new Date().toISOString());
      } catch (error) {
        if (!isFull(error)) throw error;
        return this.set({ full: true, verdict: null });
      }
      this.setContext({ ...this.state.context, ...after });
      void this.flush();
    });
  }

  /** Sends what waits, unless the phone knows that it has no connection. */
  flush(): Promise<void> {
    return this.inTurn(async () => {
      const { outbox, warehouseId, send, isOnline } = this.ports;
      const refusedBefore = this.state.acts.filter(({ state }) => state === "refused").length;
      this.set({ sending: true });
      const link = isOnline() ? await outbox.flush(warehouseId, send) : "offline";
      const acts = await this.showActs();
      this.set({ sending: false, link, others: await outbox.ofOthers() });
      const refused = acts.filter(({ state }) => state === "refused").length;
      // What was refused is not true: only the server's list says what is.
      if (refused > refusedBefore) await this.fetchAndUse();
    });
  }

  /** The server's newest list; false when it did not come. */
  async refresh(): Promise<boolean> {
    let fresh = false;
    await this.inTurn(async () => {
      fresh = await this.fetchAndUse();
    });
    return fresh;
  }

  /** Called now and then: sends again, and gets a new list while nobody scans. */
  async tend(): Promise<void> {
    const { acts } = this.state;
    if (acts.some(({ state }) => state === "waiting")) await this.flush();
    const now = Date.now();
    const changed = this.state.acts.some(({ state }) => state === "sent");
    const idle = now - this.lastScanAt > 20_000;
    if (this.ports.isOnline() && idle && (changed || now - this.listedAt > 300_000)) await this.refresh();
  }

  async retry(act: KeptAct): Promise<void> {
    await this.ports.outbox.retry(act.requestId);
    await this.flush();
  }

  async drop(act: KeptAct): Promise<void> {
    await this.ports.outbox.remove(act.requestId);
    await this.showActs();
  }

  /** What lies in the outbox; a look that was overtaken by a later one is not shown. */
  private async showActs(): Promise<KeptAct[]> {
    const look = (this.looks += 1);
    const acts = await this.ports.outbox.list(this.ports.warehouseId);
    if (look === this.looks) this.set({ acts });
    return acts;
  }

  /** One thing on this phone at a time: what is judged is never older than what was done. */
  private inOrder(work: () => Promise<void>): Promise<void> {
    const turn = this.local.then(work);
    this.local = turn.catch(() => undefined);
    return turn;
  }

  /** One thing with the network at a time, so that a list always knows what was sent before it was asked for. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.network.then(work);
    this.network = turn.catch(() => undefined);
    return turn;
  }

  private async fetchAndUse(): Promise<boolean> {
    const { outbox, warehouseId, fetchList, notes } = this.ports;
    const asked = new Date().toISOString();
    const list = await fetchList();
    if (!list) return false;
    await outbox.forgetSent(warehouseId, asked);
    await notes.write("list", list).catch(() => undefined);
    await this.inOrder(() => this.use(list));
    return true;
  }

  /** Makes a list true together with what was done here since. */
  private async use(list: ScanData): Promise<void> {
    const acts = await this.showActs();
    const known = knownFrom(list);
    const befores = new Map<string, Before>();
    for (const { requestId, state, local } of acts) {
      const { act, takesBack } = (local ?? {}) as Local;
      if (state === "refused") continue;
      if (act) befores.set(requestId, apply(known, act));
      if (takesBack) takeBack(known, takesBack.act, takesBack.before);
    }
    this.known = known;
    this.listedAt = Date.now();
    const run = this.state.run.map((line) => ({
      ...line,
      kept: line.kept.map((each) => ({ ...each, before: befores.get(each.requestId) ?? each.before })),
    }));
    const { count } = this.state.context;
    const since = known.stocktakes.get(count?.stocktakeId ?? "")?.since[count?.account ?? ""];
    const context =
      count && count.codes.length === 0 && since !== undefined
        ? { ...this.state.context, count: { ...count, since } }
        : this.state.context;
    this.set({ phase: "ready", run, context });
  }

  private async note(): Promise<void> {
    const { context, run } = this.state;
    // The session is a convenience: what must not be lost is in the outbox.
    await this.ports.notes.write("session", { context, run }).catch(() => undefined);
  }

  private set(change: Partial<StationState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
