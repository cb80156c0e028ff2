import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { Locale } from "#db/vocabulary";
import type { Messages } from "./messages.ts";

const I18nContext = createContext<{ locale: Locale; messages: Messages } | null>(null);

/** Stands around the whole app in entry.server and entry.client: both know the language before the first render. */
export function I18nProvider(props: { locale: Locale; messages: Messages; children: ReactNode }) {
  const { locale, messages, children } = props;
  const value = useMemo(() => ({ locale, messages }), [locale, messages]);
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>;
}

function useI18n() {
  const value = useContext(I18nContext);
  if (value === null) throw new Error("There is no I18nProvider around this component.");
  return value;
}

/** The texts of the reader's language, by noun: `useMessages().common.save`. */
export function useMessages(): Messages {
  return useI18n().messages;
}

export function useLocale(): Locale {
  return useI18n().locale;
}
