import { readBasis } from "#app/domain/deliveries/basis.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** How beneficiaries were chosen, as the books keep it, in words. */
export function BasisLine({ text }: { text: string | null }) {
  const { bases } = useMessages().registers;
  const said = readBasis(text);
  if (said === null) return null;
  if (said.basis === "other") return <>{said.words}</>;
  return (
    <>
      {bases[said.basis]}
      {said.words && <small className="block font-normal">{said.words}</small>}
    </>
  );
}
