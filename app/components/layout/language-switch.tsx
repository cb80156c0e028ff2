import { Button } from "#app/components/ui/button.tsx";
import { localeNames, otherLocale } from "#app/i18n/locale.ts";
import { useLocale } from "#app/i18n/provider.tsx";
import { useLocation } from "./router.ts";

/** Changes the language and loads this page again: a plain form, so it works without script too. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const other = otherLocale(useLocale());
  return (
    <form className="language" method="post" action="/locale">
      <input type="hidden" name="returnTo" value={pathname + search} />
      <Button tone="quiet" name="locale" value={other} lang={other}>
        {localeNames[other]}
      </Button>
    </form>
  );
}
