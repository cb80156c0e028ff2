import { Clock } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { formatDate } from "#app/domain/dates.ts";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** As of when, and the sum of how many records: under the masthead of the page with the totals. */
export function AsOfBar({ summary }: { summary: PublicSummary }) {
  const { home } = useMessages();
  const locale = useLocale();
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
        {summary.lastOn && <span>{home.lastOn(formatDate(summary.lastOn, locale))}</span>}
        <Link to="/reports">{home.seeReports}</Link>
      </div>
    </div>
  );
}
