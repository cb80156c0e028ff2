import type { OrganizationKind } from "#db/vocabulary";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { Code } from "#app/components/ui/code.tsx";

/** One organization's particulars, as they stand. */
export function OrganizationFacts(props: {
  organization: {
    name: string;
    kind: OrganizationKind;
    uscc: string | null;
    hotline: string | null;
    response: string;
    responseEn: string;
  };
}) {
  const { organizations: words, common } = useMessages();
  const locale = useLocale();
  const { organization } = props;
  const none = <span className="text-ink-2">{common.states.none}</span>;
  return (
    <dl className="grid gap-4 sm:grid-cols-3">
      <div>
        <dt className="text-small text-ink-2">{words.name}</dt>
        <dd className="font-bold">{organization.name}</dd>
      </div>
      <div>
        <dt className="text-small text-ink-2">{words.kind}</dt>
        <dd className="font-bold">{words.kinds[organization.kind]}</dd>
      </div>
      <div>
        <dt className="text-small text-ink-2">{words.uscc}</dt>
        <dd className="font-bold">{organization.uscc === null ? none : <Code>{organization.uscc}</Code>}</dd>
      </div>
      <div>
        <dt className="text-small text-ink-2">{words.hotline}</dt>
        <dd className="font-bold">{organization.hotline ?? none}</dd>
      </div>
      <div>
        <dt className="text-small text-ink-2">{words.response}</dt>
        <dd className="font-bold">{locale === "en" ? organization.responseEn : organization.response}</dd>
      </div>
    </dl>
  );
}
