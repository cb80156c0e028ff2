import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import type { DocumentKind } from "#db/vocabulary";

/** Hand-overs have no page of their own: they stand on their delivery's. */
const folders: Partial<Record<DocumentKind, string>> = {
  pledge: "/desk/pledges",
  gift: "/desk/gifts",
  payment: "/desk/payments",
  delivery: "/desk/deliveries",
  kit: "/desk/kits",
  stocktake: "/desk/stocktakes",
  transfer: "/desk/transfers",
  return: "/desk/returns",
  write_off: "/desk/write-offs",
  case: "/desk/cases",
};

/** A document's number, leading to its page where it has one. */
export function DocumentLink(props: { kind: DocumentKind; id: string; number: string | null }) {
  const { kind, id, number } = props;
  if (number === null) return <>—</>;
  const folder = folders[kind];
  if (folder === undefined) return <Code>{number}</Code>;
  return (
    <Link to={`${folder}/${id}`} className="whitespace-nowrap">
      <Code>{number}</Code>
    </Link>
  );
}
