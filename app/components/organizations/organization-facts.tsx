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
    <dl className="map2">
      <div>
        <dt>{words.name}</dt>
        <dd>{organization.name}</dd>
      </div>
      <div>
        <dt>{words.kind}</dt>
        <dd>{words.kinds[organization.kind]}</dd>
      </div>
      <div>
        <dt>{words.uscc}</dt>
        <dd>{organization.uscc === null ? none : <Code>{organization.uscc}</Code>}</dd>
      </div>
      <div>
        <dt>{words.hotline}</dt>
        <dd>{organization.hotline ?? none}</dd>
      </div>
      <div>
        <dt>{words.response}</dt>
        <dd>{locale === "en" ? organization.responseEn : organization.response}</dd>
      </div>
    </dl>
  );
}
