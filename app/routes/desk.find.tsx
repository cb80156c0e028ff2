import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchForm } from "#app/components/gifts/search-form.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { formatCode } from "#app/domain/code.ts";
import { type Finding, findAnything } from "#app/domain/overview/find.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { requireActor } from "#app/session/actor.server.ts";
import { pageTitle } from "#app/session/page-title.server.ts";

/** What was typed to the letter and is only one thing opens at once. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const q = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 100);
  const findings = (await findAnything(actor, q)).map((finding) => ({ ...finding, href: hrefOf(finding) }));
  const [first, ...others] = findings.filter(({ exact }) => exact);
  if (first && others.length === 0) return redirect(first.href);
  return { title: pageTitle(request, (messages) => messages.overview.find.title), q, findings };
}

const folders: Record<Finding["kind"], string> = {
  gift: "/desk/gifts/",
  pledge: "/desk/pledges/",
  payment: "/desk/payments/",
  delivery: "/desk/deliveries/",
  consignment: "/desk/consignments/",
  kit: "/desk/kits/",
  transfer: "/desk/transfers/",
  return: "/desk/returns/",
  "write-off": "/desk/write-offs/",
  stocktake: "/desk/stocktakes/",
  box: "/desk/boxes/",
  bin: "/desk/boxes?bin=",
  donor: "/desk/donors/",
  item: "/desk/items/",
  site: "/desk/sites?q=",
};

const hrefOf = ({ kind, id, label }: Finding): string =>
  folders[kind] + (kind === "site" ? encodeURIComponent(label) : id);

const labelOf = ({ kind, label }: Finding): string => (kind === "box" ? formatCode(label) : label);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Find() {
  const { q, findings } = useLoaderData<typeof loader>();
  const { common, overview } = useMessages();
  const { find } = overview;
  return (
    <>
      <PageHead title={find.title} note={q !== "" && find.found(q, findings.length)} />
      <Panel title={find.hint}>
        <SearchForm label={find.title} />
        {q !== "" && (
          <Ledger
            caption={find.title}
            captionHidden
            narrow
            columns={[
              { label: find.columns.label },
              { label: find.columns.kind },
              { label: find.columns.note },
            ]}
            empty={<Empty title={common.states.nothingFound(q)} />}
          >
            {findings.map((finding) => (
              <tr key={finding.kind + finding.id}>
                <th scope="row">
                  <Link to={finding.href}>{labelOf(finding)}</Link>
                </th>
                <td>{find.kinds[finding.kind]}</td>
                <td>{finding.note ?? "—"}</td>
              </tr>
            ))}
          </Ledger>
        )}
      </Panel>
    </>
  );
}
