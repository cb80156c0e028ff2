import { Tabs } from "#app/components/ui/tabs.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

/** The five lists of the gift ledger. `overdue`: promises past their date. */
export function LedgerTabs({ overdue }: { overdue: number }) {
  const { tabs } = useMessages().gifts;
  return (
    <Tabs
      label={tabs.label}
      tabs={[
        { href: "/desk/gifts/money", label: tabs.money },
        { href: "/desk/gifts/goods", label: tabs.goods },
        {
          href: "/desk/pledges",
          label: tabs.pledges,
          extra: overdue > 0 && <Tag tone="warn">{tabs.overdue(overdue)}</Tag>,
        },
        { href: "/desk/payments", label: tabs.payments },
        { href: "/desk/donors", label: tabs.donors },
      ]}
    />
  );
}
