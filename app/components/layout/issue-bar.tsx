import { Clock } from "lucide-react";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { formatDate } from "#app/domain/dates.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";
import { Link } from "./router.ts";

/** The published report whose figures a public page shows. `nextBy` is a civil date. */
export interface Issue {
  number: number;
  version: number;
  corrected: boolean;
  asOf: Date;
  nextBy?: string;
  href: string;
}

/** Which report, which version, as of when: under the masthead of every page with public figures. */
export function IssueBar({ issue }: { issue: Issue }) {
  const { issue: words } = useMessages().common;
  const locale = useLocale();
  return (
    <div className="issue">
      <div className="wrap">
        <span>
          <b>{words.number(issue.number)}</b> · {words.version(issue.version)} (
          {issue.corrected ? words.corrected : words.noCorrection})
        </span>
        <span>
          <Clock aria-hidden />
          {words.asOf}{" "}
          <b>
            <DateTime at={issue.asOf} year />
          </b>
        </span>
        {issue.nextBy && <span>{words.nextBy(formatDate(issue.nextBy, locale))}</span>}
        <Link to={issue.href}>{words.readInFull}</Link>
      </div>
    </div>
  );
}
