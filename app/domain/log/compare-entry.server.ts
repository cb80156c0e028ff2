import type { AccountKind } from "#db/vocabulary";
import { CNY } from "../ledger/post.server.ts";
import { accountCommitment, actorCommitment, reasonCommitment } from "./describe-entries.server.ts";
import { type EntryFacts, type JournalEntry, leafOfEntry, type Lot, type Party } from "./entry-leaf.ts";
import type { Salts } from "./salts.server.ts";

/** A leaf of an entry as it was read: anything may be missing from it. */
export interface StoredEntryLeaf {
  id: string;
  part: number;
  organization?: { name?: string };
  response?: { name?: string };
  document?: { number?: string | null };
  reasonCommitment?: string | null;
  postings?: { n: number; from: Party; to: Party; asset: Lot | "CNY" }[];
}

/** What comparing needs beside the entry: the salts there still are, and the kind of each account. */
export interface Known {
  salts: Salts;
  kindOf(account: string): AccountKind | undefined;
}

/**
 * The leaf that the journal's rows make now. What is not the journal's own, names as they were then and commitments whose
 * salts are gone, is taken from the stored leaf, so that any other difference is a change of the journal or of the leaf.
 */
export function deriveLeaf(entry: JournalEntry, stored: StoredEntryLeaf, known: Known): Buffer {
  const postings = new Map(stored.postings?.map((posting) => [posting.n, posting]));
  const facts: EntryFacts = {
    organization: stored.organization?.name ?? "",
    response: stored.response?.name ?? "",
    documentNumber: stored.document?.number ?? null,
    actorCommitment: actorCommitment(known.salts, entry),
    reasonCommitment: deriveReason(entry, stored, known.salts),
    party(posting, side) {
      const kind = known.kindOf(posting[side]) ?? "loss";
      const kept = postings.get(posting.n)?.[side];
      if (kept && "accountCommitment" in kept)
        return { ...kept, kind, accountCommitment: accountCommitment(known.salts, entry.id, posting, side) };
      return { ...kept, kind, account: posting[side] };
    },
    asset({ n, asset }) {
      const kept = postings.get(n)?.asset;
      if (asset === `${CNY}`) return "CNY";
      return { ...(kept as Lot), lot: asset };
    },
  };
  return leafOfEntry(entry, stored.part, facts);
}

/** A reason that was committed to and whose salt is gone can only be taken as it was. */
function deriveReason(entry: JournalEntry, stored: StoredEntryLeaf, salts: Salts): string | null {
  if (entry.reason === null) return null;
  return reasonCommitment(salts, entry) ?? stored.reasonCommitment ?? "missing";
}

/** The paths at which two JSON values differ: "postings.0.amount". */
export function differences(one: unknown, other: unknown, path = ""): string[] {
  if (Object.is(one, other)) return [];
  if (!isObject(one) || !isObject(other)) return [path];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differences(one[key], other[key], path ? `${path}.${key}` : key));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
