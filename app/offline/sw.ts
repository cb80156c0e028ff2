/// <reference lib="webworker" />
import type { KeepPage } from "./keep-page.ts";

/*
 * The service worker: keeps pages that were opened, and what they are made of, so that they open without a signal. It
 * changes nothing: only what is read is kept, and everything that is sent goes to the network or fails.
 */

declare const self: ServiceWorkerGlobalScope & { jieli: { version: string; shell: string[] } };

/** Pages for everybody, of this build; pages that were opened; files whose names say what is in them. */
const SHELL = `jieli-shell-${self.jieli.version}`;
const PAGES = "jieli-pages";
const ASSETS = "jieli-assets";
const MOST_PAGES = 200;
const MOST_ASSETS = 300;
const OFFLINE_PAGE = "/q/offline";
const PATIENCE_MS = 5_000;

self.addEventListener("install", (event) => {
  const keep = async () => {
    const shell = await caches.open(SHELL);
    await shell.addAll(self.jieli.shell);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith("jieli-shell-") && name !== SHELL);
    await Promise.all(old.map((name) => caches.delete(name)));
    await trim(PAGES, MOST_PAGES);
    await trim(ASSETS, MOST_ASSETS);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("message", (event) => {
  const { page, assets } = event.data as KeepPage;
  const keep = async () => {
    const store = await caches.open(ASSETS);
    for (const asset of assets) if (!(await caches.match(asset))) await store.add(asset);
    const url = new URL(page, location.origin);
    const kept = isKept(url) && (await keepPage(url, await fetch(page)));
    if (kept) await trim(PAGES, MOST_PAGES);
  };
  event.waitUntil(keep().catch(() => undefined));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/assets/")) event.respondWith(assetFor(request));
  else if (request.mode === "navigate" && isPhonePage(url)) event.respondWith(pageFor(request, url));
});

const isPhonePage = ({ pathname }: URL): boolean =>
  /^\/q(\/[^/]*)?$/i.test(pathname) || pathname === "/desk/scan";

/** A delivery as it was, without what an answer added to its address; the scan screen of a warehouse. */
const isKept = (url: URL): boolean =>
  isPhonePage(url) && (url.pathname === "/desk/scan" || (url.search === "" && /^\/q\/./i.test(url.pathname)));

/** A label says its code in capitals, a link in small letters: the page is one. */
const keyOf = (url: URL): string =>
  url.pathname === "/desk/scan" ? url.pathname + url.search : url.pathname.toUpperCase();

async function keepPage(url: URL, answer: Response): Promise<boolean> {
  if (!answer.ok || answer.redirected) return false;
  const pages = await caches.open(PAGES);
  await pages.put(keyOf(url), answer);
  return true;
}

async function pageFor(request: Request, url: URL): Promise<Response> {
  const limit = new AbortController();
  const kept = isPhonePage(url) ? await caches.match(keyOf(url)) : undefined;
  // Where there is a page to fall back on, a line that hangs is a line that is gone.
  const timer = kept ? setTimeout(() => limit.abort(), PATIENCE_MS) : undefined;
  try {
    const answer = await fetch(request, { signal: limit.signal });
    // The database is gone, or a proxy has nobody behind it: better the delivery as it was than an error page.
    if (answer.status >= 502 && kept) return kept;
    if (isKept(url)) await keepPage(url, answer.clone()).catch(() => undefined);
    return answer;
  } catch {
    return kept ?? (await caches.match(url.pathname)) ?? (await blankFor(url));
  } finally {
    clearTimeout(timer);
  }
}

const blankFor = async (url: URL): Promise<Response> =>
  (/^\/q\/./i.test(url.pathname) ? await caches.match(OFFLINE_PAGE) : undefined) ?? Response.error();

async function assetFor(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const store = await caches.open(ASSETS);
    await store.put(request, answer.clone()).catch(() => undefined);
  }
  return answer;
}

/** The first that were put in are the first that go. */
async function trim(name: string, most: number): Promise<void> {
  const store = await caches.open(name);
  const keys = await store.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => store.delete(key)));
}
