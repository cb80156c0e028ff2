import { Download } from "lucide-react";
import type { ReactNode } from "react";
import type { Publisher } from "#app/components/layout/footer.tsx";
import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Empty } from "#app/components/ui/empty.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { ReportFilter } from "#app/domain/reports/filter.ts";
import { queryOf } from "#app/domain/reports/filter-query.ts";
import type { ReportHead, ReportName } from "#app/domain/reports/report-head.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { ReportFilterForm } from "./report-filter-form.tsx";

/** What the three public tables share: their head, the filter, the files with the same filter. */
export function ReportPage(props: {
  name: ReportName;
  head: ReportHead;
  filter: ReportFilter;
  townshipLabel?: string;
  townships?: { code: string; name: string }[];
  signedIn: boolean;
  publisher: Publisher | undefined;
  /** Files only of a table that is shown. */
  downloads: boolean;
  children: ReactNode;
}) {
  const { name, head, filter } = props;
  const { download } = useMessages().reports;
  const path = `/reports/${name}`;
  const files = (["xlsx", "csv"] as const).map((format) => ({
    format,
    href: `${path}.${format}${queryOf(filter)}`,
  }));
  return (
    <PublicLayout signedIn={props.signedIn} publisher={props.publisher}>
      <div className="wrap grid gap-5">
        <PageHead
          title={head.title}
          note={head.responses}
          actions={
            props.downloads &&
            files.map(({ format, href }) => (
              <LinkButton key={format} href={href} icon={Download} download>
                {download[format]}
              </LinkButton>
            ))
          }
        />
        <dl className="grid gap-x-8 gap-y-1 text-desk desk:grid-cols-3">
          {head.facts.map(({ label, text }) => (
            <div key={label} className="flex gap-2">
              <dt className="flex-none text-ink-2">{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <ReportFilterForm
          path={path}
          filter={filter}
          {...(props.townshipLabel !== undefined && { townshipLabel: props.townshipLabel })}
          {...(props.townships && { townships: props.townships })}
        />
        {props.children}
        <p className="text-desk text-ink-2">{head.authority}</p>
      </div>
    </PublicLayout>
  );
}

/** A table without rows: what will be here, or that the filter finds nothing. */
export function NoRows({ name, filter }: { name: ReportName; filter: ReportFilter }) {
  const { empty } = useMessages().reports;
  return (
    <div className="sheet">
      <Empty title={empty.title}>{queryOf(filter) === "" ? empty[name] : empty.filtered}</Empty>
    </div>
  );
}
