import type { Before, ScanAct } from "#app/domain/boxes/scan-act.ts";
import { type ScanContext, startOf, type Verdict } from "#app/domain/boxes/scan-context.ts";
import type { ScanData } from "#app/domain/boxes/scan-data.ts";
import type { KeptAct } from "#app/offline/act-shelf.ts";
import type { Flushed, Outbox } from "#app/offline/outbox.ts";
import type { SendActs } from "#app/offline/send-acts.ts";
import type { RunLine } from "./run-line.ts";

/** What the station needs of the world around it. */
export interface StationPorts {
  warehouseId: string;
  outbox: Outbox;
  /** What the phone kept from last time, by name. */
  notes: {
    read(name: "list" | "session"): Promise<unknown>;
    write(name: string, note: unknown): Promise<void>;
  };
  /** The warehouse's list from the server; null without a connection. */
  fetchList(): Promise<ScanData | null>;
  send: SendActs;
  feedback: { give(kind: Verdict["kind"]): void };
  /** An act in the words of whoever did it, for the list of what waits. */
  describe(act: ScanAct): string;
  isOnline(): boolean;
}

export interface StationState {
  phase: "loading" | "noList" | "ready";
  context: ScanContext;
  /** The last verdict, and a number that grows with each. */
  verdict: { verdict: Verdict; n: number } | null;
  run: RunLine[];
  /** What was done on this phone and is not on the list from the server yet. */
  acts: KeptAct[];
  others: number;
  link: Flushed;
  sending: boolean;
  /** The phone had no room for the last act. */
  full: boolean;
}

/** What lies beside a kept act: what it changed, or what it takes back. */
export interface Local {
  act?: ScanAct;
  before?: Before;
  takesBack?: { act: ScanAct; before: Before };
}

export const firstState: StationState = {
  phase: "loading",
  context: startOf("receive"),
  verdict: null,
  run: [],
  acts: [],
  others: 0,
  link: "sent",
  sending: false,
  full: false,
};
