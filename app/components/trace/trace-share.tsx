import { Link2, Printer, Unlink } from "lucide-react";
import { PrintButton } from "#app/components/deliveries/print-button.tsx";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { CopyOnce } from "#app/components/ui/copy-once.tsx";
import { DateTime } from "#app/components/ui/date-time.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { formatCode } from "#app/domain/code.ts";
import type { TraceSubject } from "#app/domain/trace/subject.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import "./trace.css";

/** The QR code of a trace's address. */
export interface TraceQr {
  size: number;
  path: string;
}

/** The link of a gift's trace, and the buttons to make, renew or stop it. */
export function TraceShare(props: {
  subject: TraceSubject;
  link: string | null;
  mayShare: boolean;
  requestId: string;
}) {
  const { subject, link } = props;
  const { desk: words } = useMessages().trace;
  return (
    <Panel title={words.title} padded>
      <div className="grid grid-cols-1 gap-3">
        <p className="text-small text-ink-2">{words.text}</p>
        {link === null || subject.code === null ? (
          <p>{words.none}</p>
        ) : (
          <>
            <CopyOnce label={words.link} text={link} />
            <p>
              {words.code} <Code>{formatCode(subject.code)}</Code>
            </p>
            {subject.madeAt && (
              <p className="text-small text-ink-2">
                <DateTime at={subject.madeAt} />
              </p>
            )}
          </>
        )}
        {props.mayShare && (
          <Form method="post" className="flex flex-wrap gap-2">
            <input type="hidden" name="requestId" value={props.requestId} />
            <Button name="intent" value="share" icon={Link2}>
              {link === null ? words.make : words.renew}
            </Button>
            {link !== null && (
              <Button name="intent" value="stop" tone="quiet" icon={Unlink}>
                {words.stop}
              </Button>
            )}
          </Form>
        )}
      </div>
    </Panel>
  );
}

/** The strip of paper that goes with a receipt: QR code, code in words, and what it is not. */
export function TraceSlip({ subject, link, qr }: { subject: TraceSubject; link: string; qr: TraceQr }) {
  const { desk: words } = useMessages().trace;
  return (
    <section className="grid grid-cols-1 gap-3" aria-labelledby="slip">
      <h2 id="slip" className="no-print">
        {words.slip}
      </h2>
      <div className="trace-slip">
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" role="img" aria-label={link}>
          <path d={qr.path} />
        </svg>
        <div className="grid gap-1">
          <b>{words.slipThanks}</b>
          <span>{subject.organization}</span>
          <span>{words.slipNumber(subject.number)}</span>
          <span>
            {words.code} <Code>{formatCode(subject.code ?? "")}</Code>
          </span>
          <span className="text-small break-all">{link}</span>
          <span className="text-small">{words.slipScan}</span>
          <span className="text-small">{words.slipNotTax}</span>
        </div>
      </div>
      <div className="no-print">
        <PrintButton icon={Printer}>{words.print}</PrintButton>
      </div>
    </section>
  );
}
