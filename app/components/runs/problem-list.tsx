import { Check, TriangleAlert } from "lucide-react";
import type { StopProblem } from "#app/domain/runs/check-run.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What a stop lacks, in red words, or that it lacks nothing. */
export function ProblemList({ problems, arrivesAt }: { problems: StopProblem[]; arrivesAt: Date }) {
  const words = useMessages().runs;
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-1 text-small text-ok">
        <Check aria-hidden className="size-4 shrink-0" />
        {words.ready}
      </p>
    );
  }
  return (
    <div className="text-desk font-semibold text-bad">
      <p className="sr-only">{words.missing}</p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.is} className="flex items-start gap-1">
            <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0" />
            {words.problem(problem, arrivesAt.toISOString())}
          </li>
        ))}
      </ul>
    </div>
  );
}
