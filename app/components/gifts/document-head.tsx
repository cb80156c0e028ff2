import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";

/** A row's head: whose it is, its number leading to its page, and in whose books where there are several. */
export function DocumentHead(props: {
  name: string;
  href: string;
  number: string;
  organization: string | false;
}) {
  return (
    <th scope="row">
      {props.name}
      <small className="whitespace-nowrap">
        <Link to={props.href}>
          <Code>{props.number}</Code>
        </Link>
      </small>
      {props.organization && <small>{props.organization}</small>}
    </th>
  );
}

/** Numbers are counted per organization, so rows of several organizations must say whose they are. */
export const ofSeveral = (rows: readonly { organization: string }[]): boolean =>
  new Set(rows.map(({ organization }) => organization)).size > 1;
