import { clsx } from "clsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { KitPlan } from "#app/domain/kits/plan.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Each component with how many kits it is enough for; the one that runs out first is marked. */
export function PlanTable({ plan, unit }: { plan: KitPlan; unit: string }) {
  const { form: words } = useMessages().kits;
  const { columns: heads } = words;
  return (
    <Ledger
      narrow
      caption={words.plan}
      captionHidden
      columns={[
        { label: heads.item },
        { label: heads.perKit, numeric: true },
        { label: heads.available, numeric: true },
        { label: heads.enoughFor, numeric: true },
      ]}
    >
      {plan.components.map((line) => {
        const limits = line.enoughFor === plan.kits;
        return (
          <tr key={line.itemId} className={clsx(limits && "flag")}>
            <th scope="row">
              {line.item} {limits && <Tag tone="warn">{words.limits}</Tag>}
            </th>
            <td className="num">
              <Quantity quantity={line.perKit} unit={line.unit} />
            </td>
            <td className="num">
              <Quantity quantity={line.available} unit={line.unit} />
            </td>
            <td className="num">
              <b>
                <Quantity quantity={line.enoughFor} unit={unit} />
              </b>
            </td>
          </tr>
        );
      })}
    </Ledger>
  );
}
