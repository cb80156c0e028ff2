import type { ReactNode } from "react";
import { Code } from "#app/components/ui/code.tsx";
import type { Found } from "#app/domain/reports/found.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What was found: its kind, its number, whose it is, and its state as `children`. */
export function FoundHead({ found, children }: { found: Found; children?: ReactNode }) {
  const { find } = useMessages().reports;
  return (
    <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h2>
        {find.kinds[found.kind]} <Code>{found.number}</Code>
      </h2>
      {children}
      <p className="w-full text-desk text-ink-2">
        {find.organization} <span lang="zh-CN">{found.organization}</span>
      </p>
    </header>
  );
}

/** Facts of a document, a line each. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-1 gap-1">
      {facts.map(([label, value]) => (
        <div key={label} className="flex flex-wrap gap-x-3">
          <dt className="min-w-24 flex-none text-ink-2">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
