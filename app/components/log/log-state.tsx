import { Download, FileText, ShieldCheck } from "lucide-react";
import { Facts } from "#app/components/gifts/facts.tsx";
import { Ago } from "#app/components/ui/ago.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Note } from "#app/components/ui/note.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { LogRefusalReason } from "#app/domain/log/refusal.ts";
import { useMessages } from "#app/i18n/provider.tsx";

export interface LogStateShown {
  size: number;
  signedAt: Date | null;
  root: string | null;
  waiting: number;
  waitingSince: Date | null;
  /** `detail` is for whoever runs the server: files and sizes, in English. */
  refusal: { reason: LogRefusalReason; detail: string | null } | null;
  verifierKey: string;
}

/** Whether the log is signed on, and if not why and what to do. */
export function LogVerdict({ refusal }: Pick<LogStateShown, "refusal">) {
  const { log } = useMessages();
  if (!refusal) return <Note tone="ok">{log.well}</Note>;
  return (
    <Note tone="bad">
      <b>{log.refused}</b>
      <p>{log.refusals[refusal.reason]}</p>
      {refusal.detail && (
        <p className="mt-1 text-small break-words" lang="en">
          {refusal.detail}
        </p>
      )}
    </Note>
  );
}

/** How far the log has come; `now` is the loader's, so that server and browser say the same. */
export function LogFacts({ state, now }: { state: LogStateShown; now: Date }) {
  const { log } = useMessages();
  const { size, signedAt, root, waiting, waitingSince, verifierKey } = state;
  return (
    <Facts
      facts={[
        [log.size, log.leaves(size)],
        [log.signedAt, signedAt ? <Moment at={signedAt} now={now} /> : log.never],
        [log.waiting, waiting > 0 ? log.waitingOf(waiting) : log.none],
        [log.since, waitingSince && <Moment at={waitingSince} now={now} />],
        [log.root, root && <code className="text-small break-all">{root}</code>],
        [
          log.key,
          <>
            <code className="text-small break-all">{verifierKey}</code>
            <small className="block text-small font-normal text-ink-2">{log.keyNote}</small>
          </>,
        ],
      ]}
    />
  );
}

const Moment = ({ at, now }: { at: Date; now: Date }) => (
  <>
    <DateTime at={at} year />
    <span className="font-normal text-ink-2">
      {" · "}
      <Ago at={at} now={now} />
    </span>
  </>
);

/** Where anybody checks the log. */
export function LogChecking() {
  const { log } = useMessages();
  return (
    <Panel title={log.check} note={log.checkNote} padded>
      <p className="flex flex-wrap gap-2.5">
        <LinkButton href="/log/verify.html" icon={ShieldCheck} document>
          {log.page}
        </LinkButton>
        <LinkButton href="/log/verify-log.mjs" icon={Download} download>
          {log.program}
        </LinkButton>
        <LinkButton href="/log/checkpoint" icon={FileText} document>
          {log.checkpoint}
        </LinkButton>
      </p>
    </Panel>
  );
}
