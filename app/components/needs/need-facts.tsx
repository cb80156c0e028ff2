import { DocumentLink } from "#app/components/gifts/document-link.tsx";
import { Facts } from "#app/components/gifts/facts.tsx";
import { StatusTag } from "#app/components/deliveries/status-tag.tsx";
import { Link } from "#app/components/layout/router.ts";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import type { Need } from "#app/domain/needs/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { Available, StillMissing } from "./line-figures.tsx";

/** Each thing asked for: the site's words and the item it means, what is still missing, and what there is of it. */
export function NeedLines({ lines }: { lines: Need["lines"] }) {
  const { detail: words, columns } = useMessages().needs;
  return (
    <Ledger
      narrow
      caption={words.what}
      captionHidden
      columns={[
        { label: words.wish },
        { label: words.quantity, numeric: true },
        { label: columns.missing, numeric: true },
        { label: words.stock, numeric: true },
      ]}
    >
      {lines.map((line) => (
        <tr key={line.n}>
          <th scope="row">
            {line.wish}
            {line.itemId === null ? (
              <small>{words.noItem}</small>
            ) : (
              <small>
                <Link to={`/desk/items/${line.itemId}`}>{line.item}</Link>
              </small>
            )}
          </th>
          <td className="num">
            <Quantity quantity={line.quantity} unit={line.unit} />
          </td>
          <td className="num">
            <StillMissing line={line} />
          </td>
          <td className="num">
            <Available line={line} />
          </td>
        </tr>
      ))}
    </Ledger>
  );
}

/** Who asked, for whom, until when, and what the site was told. */
export function NeedFacts({ need }: { need: Need }) {
  const { detail: words } = useMessages().needs;
  const { people, recordedBy } = need;
  const asker = [need.askedBy, recordedBy && words.desk(recordedBy)].filter(Boolean).join("，");
  return (
    <Facts
      facts={[
        [
          words.site,
          <Link to={`/desk/sites/${need.siteId}`}>
            {need.township} · {need.site}
          </Link>,
        ],
        [words.asked, <DateTime at={need.askedAt} />],
        [words.askedBy, asker || null],
        [words.people, people !== null && words.peopleCount(people)],
        [words.neededBy, need.neededBy && <CivilDate on={need.neededBy} />],
        [words.noteOfSite, need.note],
        [words.answer, need.answer],
        [words.answered, need.answeredBy],
      ]}
    />
  );
}

/** What was packed for it. */
export function NeedDeliveries({ deliveries }: { deliveries: Need["deliveries"] }) {
  const { detail: words } = useMessages().needs;
  if (deliveries.length === 0) return <p>{words.noDeliveries}</p>;
  return (
    <ul className="grid gap-2">
      {deliveries.map(({ id, number, status }) => (
        <li key={id}>
          <DocumentLink kind="delivery" id={id} number={number} /> <StatusTag status={status} />
        </li>
      ))}
    </ul>
  );
}
