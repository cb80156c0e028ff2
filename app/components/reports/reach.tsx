import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { count } from "#app/i18n/numbers.ts";

/** How many townships and hospitals signed for something, how many households it reached; what is nil is left out. */
export function Reach({ reached }: { reached: PublicSummary["reached"] }) {
  const words = useMessages().home.reach;
  const facts = [
    { before: words.reached, number: reached.townships, after: words.townships },
    { number: reached.fieldHospitals, after: words.fieldHospitals },
    { number: reached.hospitals, after: words.hospitals },
    { number: reached.otherSites, after: words.otherSites },
    { before: words.handedOn, number: reached.households, after: words.households },
    { number: reached.people, after: words.people },
    { number: reached.organizations, after: words.organizations },
  ].filter(({ number }) => number > 0);
  if (facts.length === 0) return null;
  return (
    <p className="reach" aria-label={words.label}>
      {facts.map(({ before, number, after }) => (
        <span key={after}>
          {before} <b>{count(number)}</b> {after}
        </span>
      ))}
    </p>
  );
}
