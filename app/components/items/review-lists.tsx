import { Link } from "#app/components/layout/router.ts";
import { SmallForm } from "#app/components/people/small-form.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { UnreviewedItem } from "#app/domain/items/review.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

interface Props {
  rows: UnreviewedItem[];
  /** Merging is not for everybody who may say that an item is new. */
  mayMerge: boolean;
  mayConfirm: boolean;
}

/** New items that are like one we have: each is that one, or new. */
export function LikeKnown({ rows, mayMerge, mayConfirm }: Props) {
  const { review } = useMessages().items;
  const { columns } = review;
  return (
    <Panel title={review.withMatches} note={review.withMatchesText}>
      <Ledger
        caption={review.withMatches}
        captionHidden
        narrow
        columns={[{ label: columns.name }, { label: columns.came, wideOnly: true }, { label: columns.act }]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <NameAndUse row={row} />
            <td>
              <div className="flex flex-wrap gap-2">
                {mayMerge &&
                  row.matches.map((match) => (
                    <SmallForm key={match.id} intent="merge" values={{ fromId: row.id, intoId: match.id }}>
                      {review.isThis(match.name)}
                    </SmallForm>
                  ))}
                {mayMerge && <Another id={row.id} />}
                {mayConfirm && <IsNew id={row.id} />}
              </div>
            </td>
          </tr>
        ))}
      </Ledger>
    </Panel>
  );
}

/** New items that are like none we have: they are new together, unless somebody knows better. */
export function LikeNone({ rows, mayMerge, mayConfirm }: Props) {
  const { review } = useMessages().items;
  const { columns } = review;
  const all = Object.fromEntries(rows.map(({ id }, index) => [`itemIds.${index}`, id]));
  return (
    <Panel title={review.withoutMatches}>
      <Ledger
        caption={review.withoutMatches}
        captionHidden
        narrow
        columns={[{ label: columns.name }, { label: columns.came, wideOnly: true }, { label: columns.act }]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <NameAndUse row={row} />
            <td>
              <div className="flex flex-wrap gap-2">
                {mayConfirm && <IsNew id={row.id} />}
                {mayMerge && <Another id={row.id} />}
              </div>
            </td>
          </tr>
        ))}
      </Ledger>
      {mayConfirm && rows.length > 1 && (
        <div className="inside">
          <SmallForm intent="confirm" values={all} tone="primary">
            {review.allNew(rows.length)}
          </SmallForm>
        </div>
      )}
    </Panel>
  );
}

function NameAndUse({ row }: { row: UnreviewedItem }) {
  const { review } = useMessages().items;
  return (
    <>
      <th scope="row">
        <Link to={`/desk/items/${row.id}`}>{row.name}</Link>
        <small>{[row.unit, row.specification].filter(Boolean).join(" · ")}</small>
      </th>
      <td className="wide-only">{review.came(row.lots, row.pledgeLines)}</td>
    </>
  );
}

function IsNew({ id }: { id: string }) {
  const { review } = useMessages().items;
  return (
    <SmallForm intent="confirm" values={{ "itemIds.0": id }}>
      {review.isNew}
    </SmallForm>
  );
}

function Another({ id }: { id: string }) {
  const { review } = useMessages().items;
  return (
    <Link to={`/desk/items/${id}/merge`} className="btn btn-quiet">
      {review.another}
    </Link>
  );
}
