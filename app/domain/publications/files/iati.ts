import { plainYuan } from "../../reports/files/csv.ts";
import type { DistributionRow } from "../../reports/distribution.ts";
import type { ReceiptRow } from "../../reports/receipt.ts";
import type { Edition } from "../head.ts";
import type { Named } from "../figures.ts";
import { xmlText } from "./xml.ts";

/** IATI 2.03 transaction types: what came in, went to another organization, or bought goods and services. */
const INCOMING_FUNDS = 1;
const DISBURSEMENT = 3;
const EXPENDITURE = 4;

/** No prefix for Chinese organizations was found in the registry of org-id.guide, so ours stands for itself. */
const reference = ({ organization }: Named): string => `CN-USCC-${organization.uscc ?? "UNKNOWN"}`;

/**
 * An IATI 2.03 activity file: one activity for the publication, a transaction for every valued line. What was taken back
 * has a negative value. Goods count at their value; unvalued ones are left out, as they are of every money total.
 */
export function iatiStart(edition: Edition, named: Named): string {
  const { organization, response, campaign } = named;
  const stamp = edition.publishedAt.toISOString();
  const ref = reference(named);
  const name = xmlText(organization.name);
  return `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03" generated-datetime="${stamp}">
  <iati-activity humanitarian="1" default-currency="CNY" xml:lang="zh" last-updated-datetime="${stamp}">
    <iati-identifier>${xmlText(`${ref}-${edition.issue}-${edition.version}`)}</iati-identifier>
    <reporting-org ref="${xmlText(ref)}" type="22">
      <narrative>${name}</narrative>
    </reporting-org>
    <title>
      <narrative>${xmlText(response.name)}</narrative>
      <narrative xml:lang="en">${xmlText(response.nameEn)}</narrative>
    </title>
    <description>
      <narrative>${xmlText(campaign?.name ?? response.name)}</narrative>
    </description>
    <participating-org role="4" type="22" ref="${xmlText(ref)}">
      <narrative>${name}</narrative>
    </participating-org>
    <activity-status code="2" />
    <activity-date iso-date="${edition.periodFrom}" type="2" />
    <recipient-country code="CN" percentage="100" />
`;
}

export const IATI_END = "  </iati-activity>\n</iati-activities>\n";

export const iatiReceipt = (row: ReceiptRow): string =>
  row.valueFen === null || row.valueFen === 0n
    ? ""
    : transaction(INCOMING_FUNDS, row.giftNumber, row.on, row.valueFen, {
        description: row.item ?? "捐款",
        provider: row.donor ?? "匿名",
      });

export const iatiDistribution = (row: DistributionRow): string =>
  row.valueFen === 0n
    ? ""
    : transaction(row.kind === "purchase" ? EXPENDITURE : DISBURSEMENT, row.number, row.on, row.valueFen, {
        description: row.item ?? row.purpose ?? "支出",
        receiver: row.receiver ?? "不公开",
      });

function transaction(
  type: number,
  reference: string | null,
  on: string,
  valueFen: bigint,
  { description, provider, receiver }: { description: string; provider?: string; receiver?: string },
): string {
  const org = (element: string, name: string) =>
    `      <${element}><narrative>${xmlText(name)}</narrative></${element}>\n`;
  return (
    `    <transaction${reference === null ? "" : ` ref="${xmlText(reference)}"`} humanitarian="1">\n` +
    `      <transaction-type code="${type}" />\n` +
    `      <transaction-date iso-date="${on}" />\n` +
    `      <value currency="CNY" value-date="${on}">${plainYuan(valueFen)}</value>\n` +
    `      <description><narrative>${xmlText(description)}</narrative></description>\n` +
    (provider === undefined ? "" : org("provider-org", provider)) +
    (receiver === undefined ? "" : org("receiver-org", receiver)) +
    "    </transaction>\n"
  );
}
