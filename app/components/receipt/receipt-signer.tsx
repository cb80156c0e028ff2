import { useMessages } from "#app/i18n/provider.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { ReceiptText, typedIn } from "./receipt-field.tsx";

/** Who signs, and the PIN that shows the goods were meant for them; once strangers have guessed PINs, a second proof. */
export function ReceiptSigner(props: {
  answer: FormErrors | undefined;
  name: string | null;
  guarded: boolean;
}) {
  const { answer, name, guarded } = props;
  const words = useMessages().receipt;
  const asksPhone =
    guarded || answer?.fields.phoneEnd !== undefined || typedIn(answer, "phoneEnd") !== undefined;
  return (
    <div className="pad">
      <ReceiptText
        name="pin"
        label={words.pin}
        hint={words.pinHint}
        answer={answer}
        attributes={{
          className: "pin",
          inputMode: "numeric",
          autoComplete: "one-time-code",
          placeholder: "····",
          maxLength: 8,
        }}
      />
      <div data-phone-end hidden={!asksPhone}>
        <ReceiptText
          name="phoneEnd"
          label={words.phoneEnd}
          hint={words.phoneEndHint}
          answer={answer}
          attributes={{ className: "pin", inputMode: "numeric", autoComplete: "off", maxLength: 8 }}
        />
      </div>
      <ReceiptText
        name="name"
        label={words.name}
        hint={words.nameHint}
        answer={answer}
        defaultValue={name ?? ""}
        attributes={{ autoComplete: "name", maxLength: 40 }}
      />
      <ReceiptText
        name="post"
        label={words.post}
        hint={words.postHint}
        answer={answer}
        attributes={{ autoComplete: "organization-title", maxLength: 40 }}
      />
    </div>
  );
}
