/** What a page asks the service worker to keep, so that it opens without a signal. */
export interface KeepPage {
  page: string;
  assets: string[];
}

/**
 * Has the service worker keep this page and the files that it is made of, with what `later` loads, which nobody waits for.
 * Where there is no service worker (http, WeChat on iOS) the page is what it is.
 */
export async function keepThisPage(later?: () => Promise<unknown>): Promise<void> {
  const workers = globalThis.navigator?.serviceWorker;
  if (!workers) return;
  try {
    await workers.register("/sw.js");
    const { active } = await workers.ready;
    await later?.().catch(() => undefined);
    const assets = performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${location.origin}/assets/`));
    const asked: KeepPage = { page: location.pathname + location.search, assets };
    active?.postMessage(asked);
  } catch {
    // A browser that keeps nothing (a private window) shows the page all the same.
  }
}
