import type { AccountKind, DocumentKind, EntryKind } from "#db/vocabulary";
import { leafBytes, type LeafValue } from "./canonical-leaf.ts";

/** An entry of the journal, every column of it. Numbers are texts; moments are UTC to the microsecond. */
export interface JournalEntry {
  id: string;
  seq: string;
  kind: EntryKind;
  organizationId: string;
  responseId: string;
  occurredAt: string;
  occurredOn: string;
  recordedAt: string;
  actorKind: string;
  actorId: string | null;
  documentKind: DocumentKind;
  documentId: string;
  reverses: string | null;
  reason: string | null;
  postings: readonly JournalPosting[];
}

export interface JournalPosting {
  n: number;
  from: string;
  to: string;
  asset: string;
  amount: string;
  valueFen: string;
}

export type Side = "from" | "to";

/**
 * An account in a leaf. What is a place of an organization stands open; a donor or payee who is a person, or did not
 * consent, is two commitments: to the account, which the operator can always open, and to the name, whose salt can be
 * destroyed.
 */
export type Party =
  | { kind: AccountKind; account: string; name?: string; township?: string; restriction?: Restriction }
  | { kind: AccountKind; accountCommitment: string; nameCommitment: string };

/** What a donor asked for, as far as it is a place; its words are a commitment, for they may hold a name. */
export type Restriction = { township?: string; siteKind?: string; site?: string; textCommitment: string };

/** A lot: one line of a gift, or kits put together at once. */
export type Lot = {
  lot: string;
  item: string;
  unit: string;
  expiresOn: string | null;
  /** Number of the gift or of the kits. */
  source: string;
  restricted: boolean;
};

/** What a leaf says beyond the journal's own columns: names as they were when the entry was logged, and commitments. */
export interface EntryFacts {
  organization: string;
  response: string;
  documentNumber: string | null;
  actorCommitment: string | null;
  reasonCommitment: string | null;
  party(posting: JournalPosting, side: Side): Party;
  asset(posting: JournalPosting): Lot | "CNY";
}

/** The most postings in one leaf: entries are bundled with 16-bit lengths, so a longer hand-over takes several leaves. */
export const POSTINGS_A_LEAF = 32;

const VERSION = 1;

/** How many leaves an entry takes. */
export const partsOf = ({ postings }: JournalEntry): number =>
  Math.max(1, Math.ceil(postings.length / POSTINGS_A_LEAF));

/** One leaf of an entry; `part` counts from 1. */
export const leafOfEntry = (entry: JournalEntry, part: number, facts: EntryFacts): Buffer =>
  leafBytes({
    v: VERSION,
    type: "entry",
    id: entry.id,
    part,
    parts: partsOf(entry),
    seq: entry.seq,
    kind: entry.kind,
    organization: { id: entry.organizationId, name: facts.organization },
    response: { id: entry.responseId, name: facts.response },
    occurredAt: entry.occurredAt,
    occurredOn: entry.occurredOn,
    recordedAt: entry.recordedAt,
    actor: { kind: entry.actorKind, commitment: facts.actorCommitment },
    document: { kind: entry.documentKind, id: entry.documentId, number: facts.documentNumber },
    reverses: entry.reverses,
    reasonCommitment: facts.reasonCommitment,
    postings: entry.postings
      .slice((part - 1) * POSTINGS_A_LEAF, part * POSTINGS_A_LEAF)
      .map((posting) => postingLeaf(posting, facts)),
  });

const postingLeaf = (posting: JournalPosting, facts: EntryFacts): LeafValue => ({
  n: posting.n,
  from: facts.party(posting, "from"),
  to: facts.party(posting, "to"),
  asset: facts.asset(posting),
  amount: posting.amount,
  valueFen: posting.valueFen,
});
