import { formatPacking, formatQuantity, type Pack as PackSize } from "#app/domain/quantity.ts";

/** A quantity in full, "8 箱 × 2,000 只 = **16,000 只**": base units, and how they are packed. */
export function Pack(props: { quantity: bigint; unit: string; pack?: PackSize }) {
  const { quantity, unit, pack } = props;
  const packing = formatPacking(quantity, unit, pack);
  return (
    <span className="pack">
      {packing !== undefined && (
        <>
          <span>{packing}</span>
          {" = "}
        </>
      )}
      <b>{formatQuantity(quantity, unit)}</b>
    </span>
  );
}
