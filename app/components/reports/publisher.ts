import type { Publisher } from "#app/components/layout/footer.tsx";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";

/** Who answers for the public figures: with one publisher its particulars, with several their names. */
export function publisherOf(publishers: PublicSummary["publishers"]): Publisher | undefined {
  const [first, ...others] = publishers;
  if (!first) return undefined;
  if (others.length > 0) return { organization: publishers.map(({ name }) => name).join("、") };
  return {
    organization: first.name,
    ...(first.uscc !== null && { uscc: first.uscc }),
    ...(first.hotline !== null && { hotline: first.hotline }),
  };
}
