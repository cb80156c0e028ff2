import { sql } from "drizzle-orm";
import type { Tx } from "#db";
import { openCases } from "../cases/open.server.ts";
import type { DomainError } from "../errors.ts";
import { post } from "../ledger/post.server.ts";
import { disputeAccounts } from "../ledger/standing-accounts.server.ts";
import { meetNeeds } from "../needs/meet.server.ts";
import { tellDesk } from "../notices/tell.server.ts";
import type { Ask } from "../perform.server.ts";
import { knownDevices, registerDevices } from "../receipts/devices.server.ts";
import { type Miss, triesOf } from "./check-keys.server.ts";
import { casesOf } from "./differences.ts";
import { DoorTries } from "./door-tries.server.ts";
import { entryOfSigning } from "./entry-of-signing.ts";
import { lockByCode, replacedCodes, type Sent, signedRequests } from "./lock-by-code.server.ts";
import { PIN_TRIES } from "./pin.server.ts";
import type { ConfirmDelivery, DeviceSeal } from "./schema.ts";
import {
  caseOfSecond,
  type SecondReport,
  type SignedReports,
  signedReports,
} from "./second-report.server.ts";
import type { Settlement } from "./settle.ts";
import { partCame, pinGuessed, wasConfirmed } from "./tell.ts";
import { type Signing, writeReceipts } from "./write-receipts.server.ts";

/** What a batch is judged by, and what it comes to. */
export interface Batch {
  now: Date;
  sent: Map<string, Sent>;
  /** Requests that signed before. */
  seen: Set<string>;
  replaced: Map<string, DomainError>;
  signed: Map<string, SignedReports>;
  tries: DoorTries;
  devices: Map<string, string>;
  signings: Signing[];
  second: SecondReport[];
  misses: { id: string; miss: Miss }[];
  newDevices: DeviceSeal[];
}

/** Locks the deliveries of a batch and reads all it is judged by. */
export async function readBatch(tx: Tx, asks: readonly Ask<ConfirmDelivery>[]): Promise<Batch> {
  const codes = asks.map((ask) => ask.input.code);
  const ids = asks.map(({ requestId }) => requestId);
  const [sent, seen] = await Promise.all([lockByCode(tx, codes), signedRequests(tx, ids)]);
  const unknown = codes.filter((code) => !sent.has(code));
  const buckets = asks.flatMap((ask) => bucketsOf(sent.get(ask.input.code), ask));
  const seals = asks.flatMap(({ input }) => input.device ?? []);
  const [replaced, signed, tries, devices] = await Promise.all([
    replacedCodes(tx, unknown),
    signedReports(tx, [...sent.values()]),
    DoorTries.read(tx, buckets),
    knownDevices(tx, seals),
  ]);
  const judged = { signings: [], second: [], misses: [], newDevices: [] };
  return { now: new Date(), sent, seen, replaced, signed, tries, devices, ...judged };
}

/** Tries are looked up only where they can matter: at a guarded door, and for those who have tries of their own. */
function bucketsOf(delivery: Sent | undefined, { actor }: Ask<ConfirmDelivery>): string[] {
  if (!delivery) return [];
  const mayMatter = actor.kind === "user" || (actor.kind === "receiver" && actor.site !== undefined);
  return mayMatter || delivery.pinFailures >= PIN_TRIES ? [triesOf(delivery, actor)] : [];
}

/** Everything a batch changes, sent together: the journal, the receipts, wrong keys, the desk's notices; then the cases. */
export async function writeBatch(tx: Tx, batch: Batch): Promise<void> {
  const { signings, second, misses, tries, sent, now } = batch;
  const disputes = await disputeAccounts(
    tx,
    signings.filter(({ settled }) => settled.some(isMissing)).map(({ delivery }) => delivery.organizationId),
  );
  await registerDevices(tx, batch.newDevices);
  const entries = signings.flatMap((signing) => entryOfSigning(signing, disputes) ?? []);
  const [one] = signings;
  const guessed = [...sent.values()].filter((delivery) => isGuardedNow(delivery, misses));
  await Promise.all([
    one && post(tx, one.ask.actor, entries),
    one && writeReceipts(tx, signings, now),
    // Sent behind the receipts, so it sees what they closed.
    meetNeeds(
      tx,
      signings.map(({ delivery }) => delivery.id),
      now,
    ),
    countMisses(tx, misses),
    tries.write(tx),
    tellDesk(tx, [
      ...signings.map((signing) => (signing.ask.input.part ? partCame(signing) : wasConfirmed(signing))),
      ...guessed.map((delivery) => pinGuessed(delivery, now)),
    ]),
  ]);
  const openings = [
    ...signings.flatMap(({ delivery, settled }) => casesOf(delivery, settled)),
    ...second.map(caseOfSecond),
  ];
  await openCases(tx, openings, now);
}

const isMissing = ({ picks }: Settlement): boolean => picks.some(({ missing }) => missing > 0n);

/** The last of these wrong PINs was the one too many. */
function isGuardedNow({ id, pinFailures }: Sent, misses: Batch["misses"]): boolean {
  const here = misses.filter((miss) => miss.id === id && miss.miss === "pin").length;
  return here > 0 && pinFailures >= PIN_TRIES && pinFailures - here < PIN_TRIES;
}

async function countMisses(tx: Tx, misses: Batch["misses"]): Promise<void> {
  if (misses.length === 0) return;
  await tx.execute(sql`
    update deliveries d set pin_failures = pin_failures + m.pins, guard_failures = guard_failures + m.guards
    from (select id, (count(*) filter (where miss = 'pin'))::int as pins,
                 (count(*) filter (where miss = 'guard'))::int as guards
          from json_to_recordset(${JSON.stringify(misses)}::json) as t (id uuid, miss text) group by id) m
    where d.id = m.id`);
}
