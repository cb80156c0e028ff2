import { Check, CircleHelp, Repeat, X } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import type { Verdict } from "#app/domain/boxes/scan-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { GoodsLine } from "./goods-line.tsx";
import { sentences } from "./say.ts";

const looks = {
  right: { className: "scan-hit scan-right", icon: Check },
  context: { className: "scan-hit scan-context", icon: Check },
  wrong: { className: "scan-hit scan-wrong", icon: X },
  already: { className: "scan-hit scan-look", icon: Repeat },
  choose: { className: "scan-hit scan-look", icon: CircleHelp },
} as const;

/**
 * What the phone says to the last scan: colour, shape and words at once. Both live regions are always there, so that
 * what is put into them is read out; a wrong box interrupts.
 */
export function VerdictBlock(props: {
  verdict: { verdict: Verdict; n: number } | null;
  full: boolean;
  /** Nothing can be sent now. */
  offline: boolean;
  answer: (verdict: Verdict | null) => void;
}) {
  const words = useMessages().scan;
  const alarming = props.full || props.verdict?.verdict.kind === "wrong";
  const said = props.full ? (
    <div className="scan-hit scan-wrong">
      <Mark kind="wrong" />
      <div>
        <h2>{words.full}</h2>
        <p>{words.fullHow}</p>
      </div>
    </div>
  ) : (
    props.verdict && (
      <Said
        key={props.verdict.n}
        verdict={props.verdict.verdict}
        offline={props.offline}
        answer={props.answer}
      />
    )
  );
  return (
    <div className="scan-verdict">
      <div role="status">{!alarming && said}</div>
      <div role="alert">{alarming && said}</div>
    </div>
  );
}

function Mark({ kind }: { kind: Verdict["kind"] }) {
  const Icon = looks[kind].icon;
  const { marks } = useMessages().scan;
  const word =
    kind === "wrong" ? marks.wrong : kind === "right" || kind === "context" ? marks.right : marks.look;
  return (
    <div className="scan-mark">
      <Icon aria-hidden />
      <span className="sr-only">{word}</span>
    </div>
  );
}

function Said(props: { verdict: Verdict; offline: boolean; answer: (verdict: Verdict | null) => void }) {
  const { verdict, offline, answer } = props;
  const messages = useMessages();
  const { nothingBooked, keptHere } = messages.scan;
  const { title, text } = sentences(messages, verdict.says);
  const goods = ("goods" in verdict && verdict.goods) || [];
  return (
    <div className={looks[verdict.kind].className}>
      <Mark kind={verdict.kind} />
      <div>
        <h2>{title}</h2>
        {goods.map((line, i) => (
          <GoodsLine key={i} goods={line} />
        ))}
        {text && <p>{text}</p>}
      </div>
      {verdict.kind === "wrong" && <p className="scan-note">{nothingBooked}</p>}
      {verdict.kind === "right" && offline && <p className="scan-note">{keptHere}</p>}
      {verdict.kind === "choose" && (
        <div className="scan-answers">
          {verdict.options.map((option, i) => (
            <Button key={i} type="button" size="mid" onClick={() => answer(option.then)}>
              {sentences(messages, option.says).title}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
