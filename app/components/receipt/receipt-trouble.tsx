import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { formatCode } from "#app/domain/code.ts";
import type { CodeFinding, DoorDelivery } from "#app/domain/deliveries/find-by-code.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { CallSender } from "./call-sender.tsx";
import { CodeForm } from "./code-form.tsx";
import { ReceiptLines } from "./receipt-lines.tsx";

/** A code that leads nowhere: misread, unknown or replaced, and what to do then. */
export function CodeTrouble({ finding }: { finding: Exclude<CodeFinding, { kind: "found" }> }) {
  const words = useMessages().receipt;
  if (finding.kind === "replaced") {
    return (
      <Trouble title={words.replaced} text={words.replacedText(finding.number)}>
        <p>{words.whoToCall(finding.organization)}</p>
        <CallSender hotline={finding.hotline} />
      </Trouble>
    );
  }
  const isUnknown = finding.kind === "unknown";
  const code = isUnknown ? formatCode(finding.code) : finding.code;
  return (
    <Trouble
      title={isUnknown ? words.unknown : words.misread}
      text={isUnknown ? words.unknownText(code) : words.misreadText(code)}
    >
      <CodeForm typed={finding.code} />
    </Trouble>
  );
}

/** A delivery that cannot be signed for now: not on the road yet, cancelled, or locked after five wrong PINs. */
export function DeliveryTrouble({ delivery }: { delivery: DoorDelivery }) {
  const words = useMessages().receipt;
  const why = delivery.status === "dispatched" ? "locked" : delivery.status;
  if (why === "confirmed") return null;
  return (
    <Trouble title={words[why]} text={words[`${why}Text`]} waiting={why === "planned"}>
      <p>{words.whoToCall(delivery.organization)}</p>
      <CallSender hotline={delivery.hotline} />
      {why !== "cancelled" && (
        <>
          <h2>{words.shouldCome(delivery.boxes)}</h2>
          <ReceiptLines lines={delivery.lines} />
        </>
      )}
    </Trouble>
  );
}

function Trouble(props: { title: string; text: string; waiting?: boolean; children: ReactNode }) {
  const Mark = props.waiting ? Info : TriangleAlert;
  return (
    <>
      <div className={props.waiting ? "result result-known" : "result result-hold"} role="status">
        <div className="mark">
          <Mark aria-hidden />
        </div>
        <h1>{props.title}</h1>
      </div>
      <div className="pad">
        <p>{props.text}</p>
        {props.children}
      </div>
    </>
  );
}
