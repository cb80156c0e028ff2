import { ordinal } from "#app/domain/publications/address.ts";
import { getPublishedFile } from "#app/domain/publications/get-file.server.ts";
import { type FileSource, FOR_EVER } from "./published-files.server.ts";

/** Of a whole report as a page: its own style, and nothing else at all. */
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** Finds the file of a published report by its path below /p: "/51310115MJ0000000G/3/1/receipts.csv". */
export async function findPublished(path: string): Promise<FileSource | undefined> {
  const [, organization = "", issueText, versionText, name = "", ...more] = path.split("/");
  const [issue, version] = [ordinal(issueText), ordinal(versionText)];
  if (!isOrganization(organization) || !issue || !version || name === "" || more.length > 0) return undefined;
  const file = await getPublishedFile({ organization, issue, version }, name);
  if (!file) return undefined;
  const headers = {
    "Access-Control-Allow-Origin": "*",
    ...(file.mediaType.startsWith("text/html") && { "Content-Security-Policy": PAGE_POLICY }),
  };
  return { bytes: file.bytes, type: file.mediaType, cache: FOR_EVER, headers };
}

/** A credit code (GB 32100: 18 digits and capitals) or an id. */
const isOrganization = (text: string): boolean =>
  /^[0-9A-Z]{18}$/.test(text) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
