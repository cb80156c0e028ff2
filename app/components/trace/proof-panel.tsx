import { FileCheck, ShieldCheck } from "lucide-react";
import { formatWhole } from "#app/domain/quantity.ts";
import type { TracedGift } from "#app/domain/trace/trace.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How a donor proves without us that the record was not changed. */
export function ProofPanel({ gift }: { gift: TracedGift }) {
  const { proof: words } = useMessages().trace;
  const { logIndex } = gift;
  return (
    <section className="pad">
      <h2 className="flex items-center gap-2">
        <ShieldCheck aria-hidden /> {words.title}
      </h2>
      {logIndex === null ? (
        <p>{words.waiting}</p>
      ) : (
        <>
          <p>{words.text(formatWhole(BigInt(logIndex)))}</p>
          <p className="trace-doc">
            <a className="btn btn-mid" href={`/log/proof/${logIndex}.tlog-proof`} download>
              <FileCheck aria-hidden />
              {words.file}
            </a>
            <a className="btn btn-mid" href="/log/vkey">
              {words.key}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
