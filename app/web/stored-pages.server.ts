import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { setTimeout as sleep } from "node:timers/promises";
import { type Locale, locales } from "#db/vocabulary";
import { carriesSession } from "#app/session/session-cookie.server.ts";
import { localeFromHeaders } from "#app/session/locale.server.ts";
import { ASK_AGAIN, encodeFile, PublishedFiles, type PublishedFile } from "./published-files.server.ts";

/** A page or file that is the same for every reader of one language, and is therefore kept ready to be sent. */
export interface StoredPage {
  path: string;
  /** One for each language; else the same bytes for all. */
  byLocale?: true;
  /** Another for readers whose browser carries a session: it points to the desk instead of the sign-in. */
  bySession?: true;
  /** Reads more than the stored summary: made anew at most once a minute. */
  heavy?: true;
}

/** Answers a GET as the pages do, without a visitor. */
export type Render = (path: string, headers: Record<string, string>) => Promise<Response>;

interface Variant {
  locale: Locale;
  session: boolean;
}

/** What is larger is not kept: such a file comes from the database each time. */
const LARGEST_BYTES = 24 * 1024 * 1024;
const RETRY_MS = 5_000;
/** After a round it rests this many times as long as it took, and at least so long. */
const REST = { light: { times: 5, milliseconds: 0 }, heavy: { times: 10, milliseconds: 60_000 } };

/**
 * The stored pages of this process: made by the pages themselves whenever `state` has changed, kept encoded in memory,
 * and answered from there, whether the database lives or not.
 */
export class StoredPages {
  readonly #pages: readonly StoredPage[];
  readonly #byPath: ReadonlyMap<string, StoredPage>;
  readonly #files = new PublishedFiles(256 * 1024 * 1024);
  readonly #seen: { light?: string; heavy?: string } = {};
  readonly #restUntil = { light: 0, heavy: 0 };

  constructor(pages: readonly StoredPage[]) {
    this.#pages = pages;
    this.#byPath = new Map(pages.map((page) => [page.path, page]));
  }

  /** What is kept for this reader under this path; undefined when nothing is. */
  get(path: string, { headers }: Pick<IncomingMessage, "headers">): PublishedFile | undefined {
    const page = this.#byPath.get(path);
    if (!page) return undefined;
    return this.#files.get(
      addressOf(page, {
        locale: page.byLocale ? localeFromHeaders(headers.cookie, headers["accept-language"]) : "zh-CN",
        session: page.bySession === true && carriesSession(headers.cookie),
      }),
    );
  }

  /**
   * Makes anew what `state` says has changed. A page that is not answered with 200 (the database is gone, nothing is
   * recorded yet) is left as it was, and tried again a little later. Throws the first failure once all were tried.
   */
  async refresh(state: string, render: Render): Promise<void> {
    for (const weight of ["light", "heavy"] as const) {
      if (this.#seen[weight] === state || performance.now() < this.#restUntil[weight]) continue;
      const started = performance.now();
      let whole = true;
      const failures: unknown[] = [];
      for (const page of this.#pages) {
        if ((page.heavy === true) !== (weight === "heavy")) continue;
        for (const variant of variantsOf(page)) {
          const made = await this.#store(page, variant, render).catch((error: unknown) => {
            failures.push(error);
            return false;
          });
          whole = made && whole;
          // Readers go first.
          await sleep(1);
        }
      }
      if (whole) this.#seen[weight] = state;
      const { times, milliseconds } = REST[weight];
      const took = performance.now() - started;
      this.#restUntil[weight] = performance.now() + (whole ? Math.max(milliseconds, times * took) : RETRY_MS);
      if (failures.length > 0) throw failures[0];
    }
  }

  async #store(page: StoredPage, variant: Variant, render: Render): Promise<boolean> {
    const answer = await render(page.path, headersOf(page, variant));
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return answer.status === 404;
    }
    const bytes = await readUpTo(answer, LARGEST_BYTES);
    if (bytes === undefined) return true;
    const vary = [page.byLocale && "Accept-Language", (page.byLocale || page.bySession) && "Cookie"].filter(
      Boolean,
    );
    const source = {
      bytes,
      type: answer.headers.get("Content-Type") ?? "application/octet-stream",
      cache: ASK_AGAIN,
      headers: {
        ...kept(answer.headers),
        ...(vary.length > 0 && { Vary: vary.join(", ") }),
      },
    };
    this.#files.set(addressOf(page, variant), await encodeFile(source));
    return true;
  }
}

const variantsOf = (page: StoredPage): Variant[] =>
  (page.byLocale ? locales : (["zh-CN"] as const)).flatMap((locale) =>
    (page.bySession ? [false, true] : [false]).map((session) => ({ locale, session })),
  );

const addressOf = ({ path }: StoredPage, { locale, session }: Variant): string =>
  `${path} ${locale}${session ? " session" : ""}`;

const headersOf = (page: StoredPage, { locale, session }: Variant): Record<string, string> => ({
  ...((page.byLocale || page.bySession) && { Cookie: `locale=${locale}${session ? "; session=any" : ""}` }),
});

/** Of a page's own headers those that belong to its bytes; the server's are set anew for each answer. */
function kept(headers: Headers): Record<string, string> {
  const names = ["Access-Control-Allow-Origin", "Content-Disposition", "Content-Language", "Link"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

async function readUpTo(answer: Response, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (answer.body === null) return Buffer.alloc(0);
  for await (const chunk of Readable.fromWeb(answer.body as ReadableStream<Uint8Array>)) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
