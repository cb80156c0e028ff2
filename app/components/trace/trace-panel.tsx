import { QrCode } from "lucide-react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useMessages } from "#app/i18n/provider.tsx";
import "./trace.css";

/** On a gift's or a promise's page: its trace's link and QR code, or that there is none, and where to make one. */
export function TracePanel(props: {
  subjectId: string;
  link: string | null;
  qr: { size: number; path: string } | null;
}) {
  const { desk: words } = useMessages().trace;
  const { link, qr } = props;
  return (
    <Panel title={words.title} padded>
      <div className="flex flex-wrap items-center gap-4">
        {qr && (
          <svg
            className="w-28"
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            shapeRendering="crispEdges"
            aria-hidden="true"
          >
            <path d={qr.path} />
          </svg>
        )}
        <div className="grid min-w-0 gap-2">
          {link === null ? (
            <p>{words.none}</p>
          ) : (
            <a className="break-all" href={link}>
              {link}
            </a>
          )}
          <p>
            <LinkButton icon={QrCode} href={`/desk/traces/${props.subjectId}`}>
              {words.open}
            </LinkButton>
          </p>
        </div>
      </div>
    </Panel>
  );
}
