import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { defaultLocale, isLocale } from "#app/i18n/locale.ts";
import { loadMessages } from "#app/i18n/messages.ts";
import { I18nProvider } from "#app/i18n/provider.tsx";

// Dialogs lock scrolling with a style element; its library reads the nonce that lets it do so from this name.
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
Object.assign(globalThis, { __webpack_nonce__: nonce });

/** Takes over the page the server rendered, in the language it was rendered in. */
async function hydrate() {
  const { lang } = document.documentElement;
  const locale = isLocale(lang) ? lang : defaultLocale;
  const messages = await loadMessages(locale);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nProvider locale={locale} messages={messages}>
          <RemixBrowser />
        </I18nProvider>
      </StrictMode>,
    );
  });
}

hydrate().catch((error: unknown) => console.error(error));
