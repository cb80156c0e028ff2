/** An Atom feed (RFC 4287). `id` of the feed and of its entries are URIs that never change. */
export interface Feed {
  id: string;
  title: string;
  author: string;
  language: string;
  /** The page it is about, and its own address. */
  page: string;
  self: string;
  updated: Date;
  entries: readonly { id: string; at: Date; title: string }[];
}

/** The feed as XML. Characters that XML cannot hold are left out. */
export function atomFeed({ id, title, author, language, page, self, updated, entries }: Feed): string {
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    ...entries.map((entry) =>
      [
        `<entry>`,
        `<id>${escaped(entry.id)}</id>`,
        `<title>${escaped(entry.title)}</title>`,
        `<updated>${entry.at.toISOString()}</updated>`,
        `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
        `<content type="text">${escaped(entry.title)}</content>`,
        `</entry>`,
      ].join(""),
    ),
    `</feed>`,
    "",
  ].join("\n");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (c) => entities[c]!);
