import { Check } from "lucide-react";
import { useMessages } from "#app/i18n/provider.tsx";

/** What was checked before a report goes out, one line each: nothing here is left to belief. */
export function PublicationChecks(props: { anonymous: number; logSize: bigint }) {
  const { publications: words } = useMessages();
  const { make } = words;
  const checks = [
    make.balances,
    make.privacy,
    ...(props.anonymous > 0 ? [make.anonymity(props.anonymous)] : []),
    make.fingerprint(`${props.logSize}`),
  ];
  return (
    <ul className="grid gap-1.5">
      {checks.map((text) => (
        <li key={text} className="flex gap-2">
          <Check aria-hidden className="mt-1 size-4 flex-none text-ok" />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
