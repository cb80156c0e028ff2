import type { Locale } from "#db/vocabulary";
import type { Messages } from "#app/i18n/messages.ts";
import { fullMoment } from "../reports/column.ts";
import type { Named } from "./figures.ts";

/** What a publication is called and where it stands, before any figure. */
export interface Edition {
  issue: number;
  version: number;
  periodFrom: string;
  periodTo: string;
  logSize: bigint;
  checkpoint: string;
  correction: string | null;
  publishedAt: Date;
  /** Where anybody can read it. */
  url: string;
}

export interface PublicationHead {
  title: string;
  /** Label and text, as official tables print them above the table. */
  facts: { label: string; text: string }[];
  /** Below the table: correction, fingerprint, authority, hotline. */
  foot: string[];
}

/** The head and foot that every file of a publication prints, in the reader's language. */
export function publicationHead(
  edition: Edition,
  { organization, response, campaign, preparedBy, asOf }: Named,
  { publications: words, reports }: Messages,
  locale: Locale,
): PublicationHead {
  const { head } = words;
  const facts = [
    { label: reports.head.organizations, text: organization.name },
    { label: reports.head.uscc, text: organization.uscc ?? "" },
    { label: head.response, text: locale === "en" ? response.nameEn : response.name },
    { label: head.campaign, text: campaign?.name ?? "" },
    { label: head.filing, text: campaign?.filingNumber ?? "" },
    { label: reports.head.period, text: reports.head.periodFromTo(edition.periodFrom, edition.periodTo) },
    { label: reports.head.asOf, text: fullMoment(new Date(asOf)) },
    { label: head.issue, text: words.issueAndVersion(edition.issue, edition.version) },
    { label: head.preparedBy, text: preparedBy },
    { label: reports.head.unit, text: reports.head.units },
    { label: reports.head.hotline, text: organization.hotline ?? "" },
    { label: head.address, text: edition.url },
  ];
  return {
    title: words.title(edition.issue),
    facts: facts.filter(({ text }) => text !== ""),
    foot: [
      ...(edition.correction ? [words.correction(edition.version, edition.correction)] : []),
      words.fingerprint(`${edition.logSize}`, fingerprintOf(edition.checkpoint)),
      reports.head.authority,
    ],
  };
}

/** The root hash of a checkpoint as people read it out: its first 16 characters in groups of four. */
export function fingerprintOf(checkpoint: string): string {
  const [, , root = ""] = checkpoint.split("\n");
  return root.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
}
