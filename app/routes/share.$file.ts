import type { LoaderFunctionArgs } from "@remix-run/node";
import { homeCard } from "#app/components/reports/home-card.ts";
import { shareCard } from "#app/domain/open-data/share-card.server.ts";
import { publicSummary } from "#app/domain/reports/public-summary.server.ts";
import { messagesFor } from "#app/i18n/messages.server.ts";

const languages = { "home.png": "zh-CN", "home-en.png": "en" } as const;

/** /share/home.png, /share/home-en.png: the picture beside a shared link to the home. */
export async function loader({ params }: LoaderFunctionArgs) {
  const file = params.file ?? "";
  if (!(file === "home.png" || file === "home-en.png")) throw new Response(null, { status: 404 });
  const locale = languages[file];
  const card = homeCard(await publicSummary(), messagesFor(locale), locale);
  return new Response(new Uint8Array(await shareCard(card)), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "public, no-cache",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
