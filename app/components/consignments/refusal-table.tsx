import { Form } from "#app/components/layout/router.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Code } from "#app/components/ui/code.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { formatCode } from "#app/domain/code.ts";
import type { Refusal } from "#app/domain/consignments/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What was refused or held back, and why; `requestId` gives each the button that takes it back. */
export function RefusalTable({ refusals, requestId }: { refusals: Refusal[]; requestId?: string }) {
  const { detail, refuse } = useMessages().consignments;
  const { columns } = detail;
  return (
    <Ledger
      caption={detail.refusals}
      captionHidden
      stacked
      columns={[
        { label: columns.item },
        { label: columns.quantity, numeric: true },
        { label: columns.action },
        { label: columns.reason },
        { label: columns.by },
        ...(requestId ? [{ label: columns.undo, hiddenLabel: true }] : []),
      ]}
    >
      {refusals.map((refusal) => (
        <tr key={refusal.id}>
          <th scope="row">
            {refusal.item}
            {refusal.code && (
              <small>
                <Code>{formatCode(refusal.code)}</Code>
              </small>
            )}
          </th>
          <td className="num" data-label={columns.quantity}>
            <Quantity quantity={refusal.quantity} unit={refusal.unit} />
          </td>
          <td data-label={columns.action}>
            <Tag tone={refusal.action === "rejected" ? "bad" : "warn"}>{refuse.done[refusal.action]}</Tag>
          </td>
          <td data-label={columns.reason}>
            {refuse.reasons[refusal.reason]}
            {refusal.note && <small>{refusal.note}</small>}
          </td>
          <td data-label={columns.by}>{refusal.by ?? "—"}</td>
          {requestId && (
            <td className="whole">
              <Form method="post">
                <input type="hidden" name="refusalId" value={refusal.id} />
                <Button name="intent" value="accept">
                  {detail.takeBack}
                </Button>
              </Form>
            </td>
          )}
        </tr>
      ))}
    </Ledger>
  );
}
