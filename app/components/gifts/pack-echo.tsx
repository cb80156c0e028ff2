import { useWatch } from "react-hook-form";
import { useFormContext } from "#app/components/fields/form-context.ts";
import { Pack } from "#app/components/ui/pack.tsx";
import { parseQuantity } from "#app/domain/quantity.ts";

/** What a line comes to, "20 箱 × 2,000 只 = 40,000 只", while it is typed. */
export function PackEcho({ line }: { line: string }) {
  const { form } = useFormContext();
  const typed: unknown[] = useWatch({
    control: form.control,
    name: ["quantity", "unit", "packName", "packSize"].map((name) => `${line}.${name}`),
  });
  const [quantityText, unit, packName, packSizeText] = typed.map((value) =>
    typeof value === "string" ? value.trim() : "",
  );
  const quantity = whole(quantityText);
  const size = whole(packSizeText);
  return (
    <span className="echo" aria-live="polite">
      {quantity !== undefined && quantity > 0n && unit && (
        <Pack
          quantity={size !== undefined && size > 1n ? quantity * size : quantity}
          unit={unit}
          pack={size !== undefined && packName ? { name: packName, size } : undefined}
        />
      )}
    </span>
  );
}

function whole(text = ""): bigint | undefined {
  const verdict = parseQuantity(text);
  return verdict.ok ? verdict.quantity : undefined;
}
