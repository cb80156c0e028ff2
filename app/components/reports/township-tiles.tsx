import { Link } from "#app/components/layout/router.ts";
import { Bar } from "#app/components/ui/bar.tsx";
import { Money } from "#app/components/ui/money.tsx";
import { Section } from "#app/components/ui/section.tsx";
import type { PublicSummary } from "#app/domain/reports/public-summary.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { TownshipTable } from "./township-table.tsx";

/** Every township with what was sent to it; those nothing was sent to stand out. Each leads to its deliveries. */
export function TownshipTiles({ townships }: { townships: PublicSummary["townships"] }) {
  const { townships: words, flow } = useMessages().home;
  const most = townships.reduce((max, { valueFen }) => (valueFen > max ? valueFen : max), 0n);
  if (townships.every(({ deliveries }) => deliveries === 0)) return null;
  return (
    <Section title={words.title(townships.length)} note={words.note}>
      <ul className="tiles">
        {townships.map((township) => {
          const share = most === 0n ? 0 : Number((township.valueFen * 1000n) / most) / 1000;
          return (
            <li key={township.code} className={toneOf(township, share)}>
              <Link to={`/reports/distributions?township=${township.code}`}>
                <span lang="zh-CN">{township.name.replace(/街道$/, "")}</span>
                <span>
                  {township.deliveries === 0 ? (
                    <em>{words.nothing}</em>
                  ) : (
                    <>
                      <b>
                        <Money fen={township.valueFen} in="wan" bare />
                      </b>{" "}
                      <span className="text-tiny text-ink-2">{words.deliveries(township.deliveries)}</span>
                    </>
                  )}
                  {township.needsAsked > 0 && (
                    <span className="block text-tiny text-ink-2">
                      {words.needs(township.needsMet, township.needsAsked)}
                    </span>
                  )}
                </span>
                <Bar share={share} />
              </Link>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-small text-ink-2">
        {townships.some(({ deliveries }) => deliveries === 0) && `${words.key} · `}
        {words.share}
      </p>
      <details className="mt-2">
        <summary>{flow.asTable}</summary>
        <TownshipTable townships={townships} />
      </details>
    </Section>
  );
}

function toneOf({ deliveries }: PublicSummary["townships"][number], share: number): string {
  if (deliveries === 0) return "low";
  return `t${Math.min(4, 1 + Math.floor(share * 4))}`;
}
