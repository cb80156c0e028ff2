import { Download, Search, ShieldCheck } from "lucide-react";
import { Link } from "#app/components/layout/router.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** The signed log as far as it goes: how many entries, and its root as people read it out. */
export interface LogHead {
  size: number;
  fingerprint: string;
}

/** How a reader checks the totals without believing anybody. */
export function Proof({ entries, log }: { entries: number; log: LogHead | null }) {
  const words = useMessages().home.proof;
  const steps = [
    [words.add, words.addText],
    [words.changed, words.changedText],
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
      {log && (
        <>
          <p className="text-small text-ink-2">{words.fingerprint}</p>
          <p className="finger">
            {log.fingerprint}
            <br />
            <Link to="/log/checkpoint" reloadDocument>
              {words.fingerprintOf(log.size)}
            </Link>
          </p>
        </>
      )}
      <p className="mt-3 flex flex-wrap gap-2.5">
        <LinkButton tone="primary" icon={ShieldCheck} href="/log/verify.html" document>
          {words.check}
        </LinkButton>
        <LinkButton icon={Search} href="/find">
          {words.lookUp}
        </LinkButton>
        <LinkButton icon={Download} href="/data">
          {words.download}
        </LinkButton>
      </p>
    </aside>
  );
}
