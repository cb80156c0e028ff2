import { SearchX } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Note } from "#app/components/ui/note.tsx";
import type { Found, Search } from "#app/domain/reports/found.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { FoundDelivery } from "./found-delivery.tsx";
import { FoundGift } from "./found-gift.tsx";
import { HandOverFound, PaymentFound, PledgeFound } from "./found-paper.tsx";

/** What a number stands for; or what was searched, the likely slip, and another way. */
export function SearchResult({ search }: { search: Search }) {
  const words = useMessages().reports.find;
  if (search.searched === "") return null;
  if (search.replacedLabelOf !== null)
    return <Note tone="warn">{words.revoked(search.replacedLabelOf)}</Note>;
  if (search.found.length === 0) {
    return (
      <div className="sheet">
        <Empty icon={SearchX} title={words.nothing(search.searched)}>
          {slips[search.slip ?? "other"](words)} <Link to="/reports">{words.anotherWay}</Link>
        </Empty>
      </div>
    );
  }
  return (
    <>
      {search.found.map((found) => (
        <One key={`${found.organization}/${found.number}`} found={found} />
      ))}
    </>
  );
}

type Words = ReturnType<typeof useMessages>["reports"]["find"];

const slips: Record<NonNullable<Search["slip"]>, (words: Words) => string> = {
  number: (words) => words.nothingNumber,
  code: (words) => words.nothingCode,
  unknown_code: (words) => words.nothingUnknown,
  other: (words) => words.nothingOther,
};

function One({ found }: { found: Found }) {
  switch (found.kind) {
    case "delivery":
      return <FoundDelivery delivery={found} />;
    case "gift":
      return <FoundGift gift={found} />;
    case "pledge":
      return <PledgeFound pledge={found} />;
    case "payment":
      return <PaymentFound payment={found} />;
    case "hand_over":
      return <HandOverFound handOver={found} />;
  }
}
