import { Eye, Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { sentenceFor, useScript } from "#app/components/fields/form-context.ts";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { PHOTO_LIMITS } from "#app/domain/photos/limits.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { FRESH, type Part, type Side, sides } from "./parts.ts";
import { RedactionCanvas } from "./redaction-canvas.tsx";
import "./photos.css";

interface Props {
  photo: { id: string; width: number; height: number };
  alt: string;
  /** What is covered so far, as it was typed or drawn. */
  parts: readonly Part[];
  errors: FormErrors | undefined;
}

const BLANK = { x: "", y: "", width: "", height: "" };

/**
 * Says what has to be covered: drawn on the photo, or written in fields. It only leads to the next page, which shows
 * the photo as everybody would see it; nothing changes here.
 */
export function RedactionEditor({ photo, alt, parts: given, errors }: Props) {
  const { cover: words } = useMessages().photos;
  const script = useScript();
  const [parts, setParts] = useState<readonly Part[]>(given);
  const next = useRef(given.length + 2);
  const add = (part: Omit<Part, "key">) => setParts((all) => [...all, { ...part, key: next.current++ }]);
  const change = (part: Part) => setParts((all) => all.map((each) => (each.key === part.key ? part : each)));
  const remove = (key: number) => setParts((all) => all.filter((each) => each.key !== key));
  const blanks = script ? [] : [0, 1].map((n) => ({ ...BLANK, key: given.length + n }));
  return (
    <Form method="get" className="grid gap-4" id="cover">
      <Problems errors={errors} />
      <p>{words.what}</p>
      <p className="hint">{script ? words.draw : words.plain}</p>
      <RedactionCanvas
        photo={photo}
        alt={alt}
        parts={parts}
        draws={script && parts.length < PHOTO_LIMITS.redactions}
        onDraw={add}
        onChange={change}
        onRemove={remove}
      />
      {[...parts, ...blanks].map((part, index) => (
        <PartFields
          key={part.key}
          part={part}
          index={index}
          errors={errors}
          onChange={script ? change : undefined}
          onRemove={script ? () => remove(part.key) : undefined}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button name="look" value="1" tone="primary" icon={Eye}>
          {script && parts.length === 0 ? words.nothing : words.lookFirst}
        </Button>
        {script ? (
          <Button type="button" icon={Plus} onClick={() => add(FRESH)}>
            {words.addPart}
          </Button>
        ) : (
          <Button name="more" value="1" icon={Plus}>
            {words.addPart}
          </Button>
        )}
      </div>
    </Form>
  );
}

const pathOf = (index: number, side: Side): string => `redactions.${index}.${side}`;
const idOf = (path: string): string => `cover-${path.replaceAll(".", "-")}`;

function Problems({ errors }: { errors: FormErrors | undefined }) {
  const messages = useMessages();
  const { cover: words } = messages.photos;
  const items = Object.entries(errors?.fields ?? {}).map(([path, key]) => {
    const [, index, side] = path.split(".");
    const named = sides.find((each) => each === side);
    return {
      href: `#${idOf(path)}`,
      label: [words.part(Number(index) + 1), named && words[named]].filter(Boolean).join(" "),
      text: sentenceFor(key, messages) ?? "",
    };
  });
  return items.length === 0 ? null : <ErrorSummary title={words.notYet} items={items} attempt={errors} />;
}

function PartFields(props: {
  part: Part;
  index: number;
  errors: FormErrors | undefined;
  onChange: ((part: Part) => void) | undefined;
  onRemove: (() => void) | undefined;
}) {
  const { part, index, errors, onChange, onRemove } = props;
  const messages = useMessages();
  const { cover: words } = messages.photos;
  const problems = sides.flatMap((side) => {
    const path = pathOf(index, side);
    const text = sentenceFor(errors?.fields[path], messages);
    return text === undefined ? [] : [{ side, id: `${idOf(path)}-error`, text }];
  });
  return (
    <fieldset>
      <legend className="label">{words.part(index + 1)}</legend>
      {problems.map(({ id, text }) => (
        <p className="err-msg" id={id} key={id}>
          {text}
        </p>
      ))}
      <div className="photo-part-fields">
        {sides.map((side) => (
          <SideField
            key={side}
            name={pathOf(index, side)}
            label={words[side]}
            value={part[side]}
            problem={problems.find((problem) => problem.side === side)?.id}
            onChange={onChange && ((value) => onChange({ ...part, [side]: value }))}
          />
        ))}
      </div>
      {onRemove && (
        <Button type="button" tone="quiet" icon={X} onClick={onRemove}>
          {words.removePart(index + 1)}
        </Button>
      )}
    </fieldset>
  );
}

function SideField(props: {
  name: string;
  label: string;
  value: string;
  /** The id of what is wrong with it. */
  problem: string | undefined;
  onChange: ((value: string) => void) | undefined;
}) {
  const { name, label, value, problem, onChange } = props;
  return (
    <div className="field">
      <label htmlFor={idOf(name)}>{label}</label>
      <input
        className="input num"
        id={idOf(name)}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem}
        {...(onChange
          ? { value, onChange: ({ target }) => onChange(target.value) }
          : { defaultValue: value })}
      />
    </div>
  );
}
