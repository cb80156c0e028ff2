import { Search } from "lucide-react";
import { LanguageSwitch } from "#app/components/layout/language-switch.tsx";
import { PhoneLayout } from "#app/components/layout/phone-layout.tsx";
import { Link } from "#app/components/layout/router.ts";
import { TextField } from "#app/components/fields/text-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** A code that leads nowhere, or none yet: what is wrong with it, and the field to type another. */
export function NoTrace(props: { typed: string | null; misread: boolean; largeText: boolean }) {
  const { gone: words, title } = useMessages().trace;
  const { typed, misread } = props;
  return (
    <PhoneLayout largeText={props.largeText} head={<h1>{typed === null ? title : words.title}</h1>}>
      {typed !== null && (
        <div className="errbox" role="alert">
          <p>{words.typed(typed)}</p>
          <p>{misread ? words.check : words.unknown}</p>
        </div>
      )}
      <section className="pad">
        <form method="get" action="/t" className="grid gap-4">
          <TextField
            name="code"
            label={words.field}
            hint={words.fieldHint}
            defaultValue={typed ?? ""}
            spellCheck={false}
            autoComplete="off"
          />
          <div>
            <Button tone="primary" size="mid" icon={Search}>
              {words.again}
            </Button>
          </div>
        </form>
        <p className="text-ink-2">{words.form}</p>
        <p>
          <Link to="/find">{words.byNumber}</Link>
        </p>
        <LanguageSwitch />
      </section>
    </PhoneLayout>
  );
}
