import { Clock } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { publicationPath } from "#app/domain/publications/address.ts";
import type { PublicationRow } from "#app/domain/publications/get.server.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** As of when, and the sum of how many records: under the masthead of the page with the totals. */
export function AsOfBar(props: { summary: PublicSummary; issue: PublicationRow | null }) {
  const { summary, issue } = props;
  const { home } = useMessages();
  return (
    <div className="issue">
      <div className="wrap">
        <span>
          <Clock aria-hidden />
          {home.asOf}{" "}
          <b>
            <DateTime at={new Date(summary.computedAt)} year />
          </b>
        </span>
        <span>{home.entries(summary.entries)}</span>
        {summary.lastOn && (
          <span>
            {home.lastOn} <CivilDate on={summary.lastOn} year />
          </span>
        )}
        {issue && (
          <span>
            <Link
              className="!ml-0"
              to={publicationPath({ organization: issue.code, issue: issue.issue, version: issue.version })}
            >
              {home.issue(issue.issue, issue.version)}
            </Link>
          </span>
        )}
        <Link to="/reports">{home.seeReports}</Link>
      </div>
    </div>
  );
}
