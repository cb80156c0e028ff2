import { createHash } from "node:crypto";
import doorStylesheet from "#app/components/receipt/door.css?url";
import { doorScript, serviceWorker } from "#app/offline/scripts.ts";

/** What every phone keeps of the pages at the door, whichever of them it opened. */
const shell = ["/q/offline", "/q/carry", "/q", doorStylesheet, doorScript];
const version = createHash("sha256")
  .update([...shell, serviceWorker].join(" "))
  .digest("hex")
  .slice(0, 12);

/** The service worker under the root, where it reaches every page; another build is another version. */
export function loader() {
  const code = `self.jieli=${JSON.stringify({ version, shell })};importScripts(${JSON.stringify(serviceWorker)});`;
  return new Response(code, {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
