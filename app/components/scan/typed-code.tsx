import { Delete } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { formatQuantity } from "#app/domain/quantity.ts";
import type { Known } from "#app/domain/boxes/known.ts";
import { goodsIn, subjectOf } from "#app/domain/boxes/subject.ts";
import { formatCode, parseCode } from "#app/domain/code.ts";
import { useMessages } from "#app/i18n/provider.tsx";

const KEYS = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const LENGTH = 9;

/** For a torn label: the code under it, by large keys or by the phone's own keyboard. */
export function TypedCode(props: {
  known: Known;
  mode: string;
  onCode: (code: string) => void;
  close: () => void;
}) {
  const { known, mode, onCode, close } = props;
  const messages = useMessages();
  const words = messages.scan.typed;
  const [typed, setTyped] = useState("");
  const fieldId = useId();
  const verdict = parseCode(typed);
  const hint = verdict.ok ? describe(known, verdict.code, words) : helpFor(typed, words);
  const enter = () => {
    if (!verdict.ok) return;
    setTyped("");
    onCode(verdict.code);
  };
  return (
    <section className="scan-typed" tabIndex={-1} data-start>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <label htmlFor={fieldId}>{words.title}</label>
        <p className="scan-muted">{words.hint}</p>
        <input
          id={fieldId}
          className="scan-code-field"
          data-codes=""
          value={formatCode(typed)}
          onChange={({ target }) => setTyped(bare(target.value))}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={`${fieldId}-hint`}
          placeholder="___-___-___"
        />
        <div className="scan-is-it" aria-live="polite" id={`${fieldId}-hint`}>
          {verdict.ok ? (
            <>
              <p>
                <small className="scan-muted">{words.isIt}</small>
                <br />
                {hint}
              </p>
              <Button tone="go">{words.yes(mode)}</Button>
            </>
          ) : (
            <p className="scan-muted">{hint}</p>
          )}
        </div>
      </form>
      <div className="scan-keys" role="group" aria-label={words.keypad}>
        {KEYS.map((key) => (
          <button key={key} type="button" onClick={() => setTyped(bare(typed + key))}>
            {key}
          </button>
        ))}
        <button type="button" className="scan-wide" onClick={() => setTyped(typed.slice(0, -1))}>
          <Delete aria-hidden /> {words.back}
        </button>
        <button type="button" className="scan-wide" onClick={() => setTyped("")}>
          {words.clear}
        </button>
        <button type="button" className="scan-half" onClick={close}>
          {words.close}
        </button>
        <button type="button" className="scan-half scan-enter" disabled={!verdict.ok} onClick={enter}>
          {words.submit}
        </button>
      </div>
    </section>
  );
}

type Words = ReturnType<typeof useMessages>["scan"]["typed"];

/** What was typed, without what no code has; look-alikes are read as what they look like. */
const bare = (text: string): string =>
  [...text.normalize("NFKC").toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1")]
    .filter((character) => KEYS.includes(character))
    .slice(0, LENGTH)
    .join("");

const helpFor = (typed: string, words: Words): string =>
  typed.length < LENGTH ? words.incomplete(LENGTH - typed.length) : words.bad;

/** What a code stands for, so that nobody enters a neighbour's. */
function describe(known: Known, code: string, words: Words): string {
  const subject = subjectOf(known, code);
  switch (subject.kind) {
    case "box": {
      const goods = goodsIn(known, subject.box);
      if (goods.length === 0) return words.unknown;
      return goods
        .map(({ item, quantity, unit }) => `${item} ${formatQuantity(BigInt(quantity), unit)}`)
        .join(" + ");
    }
    case "bin":
      return words.bin(subject.bin.name);
    case "delivery":
      return words.delivery(subject.delivery.number);
    case "lot":
      return subject.lot.item;
    case "blank":
      return words.blank;
    case "nothing":
      return words.nobodys;
  }
}
