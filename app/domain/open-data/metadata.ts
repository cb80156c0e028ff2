import type { Messages } from "#app/i18n/messages.ts";
import type { PublicSummary } from "../reports/public-summary.ts";
import { dataFormats, dataPath, dataTableNames, dataTables } from "./tables.ts";

type Summary = Pick<PublicSummary, "publishers" | "computedAt" | "firstOn" | "lastOn">;
type Json = { [key: string]: string | Json | (string | Json)[] | undefined };

/** Who publishes, as schema.org `NGO`; with several the first stands for all. */
function publisherOf({ publishers }: Summary, site: string): Json {
  const [first] = publishers;
  return {
    "@type": "NGO",
    name: publishers.map(({ name }) => name).join("、") || "接力 Jieli",
    url: site,
    ...(first?.uscc && publishers.length === 1 && { identifier: first.uscc }),
    ...(first?.hotline && publishers.length === 1 && { telephone: first.hotline }),
  };
}

/** Each table as a schema.org `Dataset`, which search engines for data read. `site` without a slash at the end. */
export function datasetsJson(
  summary: Summary,
  site: string,
  licence: { url: string },
  { openData: words }: Messages,
): Json {
  const publisher = publisherOf(summary, site);
  const datasets = dataTableNames.map((table): Json => ({
    "@type": "Dataset",
    "@id": `${site}/data#${table}`,
    name: words.dataset(words.tables[table].title, String(publisher.name)),
    // Search engines want a description of 50 characters or more.
    description: `${words.tables[table].about} ${words.lede} ${words.stable}`,
    url: `${site}/data#${table}`,
    license: licence.url,
    creator: publisher,
    isAccessibleForFree: "https://schema.org/True",
    keywords: [...words.keywords],
    dateModified: summary.computedAt,
    ...(summary.firstOn && summary.lastOn && { temporalCoverage: `${summary.firstOn}/${summary.lastOn}` }),
    spatialCoverage: { "@type": "Place", name: "上海市浦东新区" },
    variableMeasured: dataTables[table].map(({ name }) => ({
      "@type": "PropertyValue",
      name,
      description: words.columns[name],
    })),
    distribution: dataFormats.map((format) => ({
      "@type": "DataDownload",
      encodingFormat: format === "csv" ? "text/csv" : "application/json",
      contentUrl: site + dataPath(table, format),
    })),
  }));
  return { "@context": "https://schema.org", "@graph": datasets };
}

/** That one can give to this organization, as schema.org `DonateAction`. */
export function donateJson(summary: Summary, site: string): Json {
  return {
    "@context": "https://schema.org",
    "@type": "DonateAction",
    recipient: publisherOf(summary, site),
    target: `${site}/`,
  };
}
