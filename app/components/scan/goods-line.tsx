import { Pack } from "#app/components/ui/pack.tsx";
import type { ScanGoods } from "#app/domain/boxes/scan-context.ts";

/** What is in the box, "医用外科口罩 / 1 箱 × 2,000 只 = 2,000 只". */
export function GoodsLine({ goods }: { goods: ScanGoods }) {
  const { item, unit, quantity, packName, packSize } = goods;
  const pack =
    packName !== null && packSize !== null ? { name: packName, size: BigInt(packSize) } : undefined;
  return (
    <p>
      {item}
      <br />
      <Pack quantity={BigInt(quantity)} unit={unit} {...(pack && { pack })} />
    </p>
  );
}
