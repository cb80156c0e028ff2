import { Download, Search, ShieldCheck } from "lucide-react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** How a reader checks the totals without believing anybody. */
export function Proof({ entries }: { entries: number }) {
  const words = useMessages().home.proof;
  const steps = [
    [words.add, words.addText],
    [words.balance, words.balanceText],
    [words.own, words.ownText],
  ] as const;
  return (
    <aside className="proof" aria-labelledby="proof">
      <h2 id="proof">
        <ShieldCheck aria-hidden /> {words.title}
      </h2>
      <p className="mt-1.5">{words.intro(entries)}</p>
      <ol>
        {steps.map(([what, how]) => (
          <li key={what}>
            <span>
              <b>{what}</b> {how}
            </span>
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-2.5">
        <LinkButton tone="primary" icon={Search} href="/find">
          {words.lookUp}
        </LinkButton>
        <LinkButton icon={Download} href="/reports/receipts.xlsx" download>
          {words.download}
        </LinkButton>
      </p>
    </aside>
  );
}
