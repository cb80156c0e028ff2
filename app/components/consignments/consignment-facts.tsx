import { Facts } from "#app/components/gifts/facts.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import type { Consignment } from "#app/domain/consignments/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Who, when, where; who counted and who checked; and what it was booked as. */
export function ConsignmentFacts({ consignment }: { consignment: Consignment }) {
  const { consignments: words, gifts } = useMessages();
  const { detail, fields } = words;
  const booked = consignment.gifts.filter(({ supplement }) => !supplement);
  const supplements = consignment.gifts.filter(({ supplement }) => supplement);
  const links = (of: typeof booked) =>
    of.length > 0 && (
      <>
        {of.map(({ id, number }) => (
          <Link key={id} to={`/desk/gifts/${id}`} className="mr-2">
            <Code>{number}</Code>
          </Link>
        ))}
      </>
    );
  return (
    <Facts
      facts={[
        [fields.donor, consignment.donor ?? words.nobody],
        [words.columns.warehouse, consignment.warehouse],
        [gifts.detail.organization, consignment.organization],
        [
          detail.pledge,
          consignment.pledgeId && (
            <Link to={`/desk/pledges/${consignment.pledgeId}`}>
              <Code>{consignment.pledgeNumber ?? ""}</Code>
            </Link>
          ),
        ],
        [detail.expectedOn, consignment.expectedOn && <CivilDate on={consignment.expectedOn} year />],
        [fields.expectedBoxes, consignment.expectedBoxes],
        [detail.arrivedAt, consignment.arrivedAt && <DateTime at={consignment.arrivedAt} />],
        [detail.preparedBy, consignment.preparedBy],
        [
          detail.checkedBy,
          consignment.checkedAt && (
            <>
              {consignment.checkedBy} <DateTime at={consignment.checkedAt} />
            </>
          ),
        ],
        [detail.gift, links(booked)],
        [detail.supplements, links(supplements)],
        [fields.note, consignment.note],
        [detail.cancelledBecause, consignment.cancelledReason],
      ]}
    />
  );
}
