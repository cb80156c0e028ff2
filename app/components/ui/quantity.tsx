import { formatWhole } from "#app/domain/quantity.ts";

/** A quantity in a table's cell: "16,000 只", the unit smaller. */
export function Quantity({ quantity, unit }: { quantity: bigint; unit: string }) {
  return (
    <>
      {formatWhole(quantity)}
      <span className="unit">{unit}</span>
    </>
  );
}
