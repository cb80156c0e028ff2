import type { Role } from "#db/vocabulary";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { dataKindNames, dataKinds, rolesThatSee } from "#app/domain/privacy.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Which kind of data is seen by whom: anybody, holders of a link, and each role at the desk. */
export function WhoSees() {
  const { privacy: words, people } = useMessages();
  const roles = Object.keys(people.roles) as Role[];
  return (
    <Ledger
      caption={words.title}
      captionHidden
      columns={[
        { label: words.what },
        { label: words.public },
        { label: words.link },
        ...roles.map((role) => ({ label: people.roles[role] })),
      ]}
    >
      {dataKindNames.map((kind) => {
        const seers = rolesThatSee(kind);
        const { what, why } = words.kinds[kind];
        const marks = [
          dataKinds[kind].public,
          dataKinds[kind].link,
          ...roles.map((role) => seers.includes(role)),
        ];
        return (
          <tr key={kind}>
            <th scope="row">
              {what}
              <small className="block font-normal text-ink-2">{why}</small>
            </th>
            {marks.map((sees, i) => (
              <td key={i}>
                <Mark sees={sees} />
              </td>
            ))}
          </tr>
        );
      })}
    </Ledger>
  );
}

/** A shape for the eye, words for whoever listens. */
function Mark({ sees }: { sees: boolean }) {
  const { yes, no } = useMessages().privacy;
  return (
    <>
      <span aria-hidden className={sees ? "font-bold text-ok" : "text-ink-3"}>
        {sees ? "✓" : "–"}
      </span>
      <span className="sr-only">{sees ? yes : no}</span>
    </>
  );
}
