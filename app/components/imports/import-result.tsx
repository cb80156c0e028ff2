import { LinkButton } from "#app/components/ui/button.tsx";
import { Note } from "#app/components/ui/note.tsx";
import type { SheetKind } from "#app/domain/imports/read/reading.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What became of a committed import, with the way to everything it wrote. */
export function ImportResult(props: { importId: string; rows: number; kinds: readonly SheetKind[] }) {
  const { result } = useMessages().imports;
  const { importId, kinds } = props;
  const links = [
    { kind: "money_gifts", href: `/desk/gifts/money?importId=${importId}`, label: result.gifts },
    { kind: "money_gifts", href: `/desk/pledges?show=all&importId=${importId}`, label: result.pledges },
    { kind: "goods_gifts", href: `/desk/gifts/goods?importId=${importId}`, label: result.goods },
    { kind: "payments", href: `/desk/payments?importId=${importId}`, label: result.payments },
    { kind: "handouts", href: "/desk/deliveries", label: result.deliveries },
  ];
  return (
    <Note tone="ok" live>
      <b>{result.title}</b>
      <br />
      {result.done(props.rows)}
      <span className="mt-2 flex flex-wrap gap-2">
        {links
          .filter((link) => kinds.some((kind) => kind === link.kind))
          .map((link) => (
            <LinkButton key={link.href} href={link.href}>
              {link.label}
            </LinkButton>
          ))}
        <LinkButton href="/desk/imports" tone="quiet">
          {result.again}
        </LinkButton>
      </span>
    </Note>
  );
}
