import { DateField } from "#app/components/fields/date-field.tsx";
import { NumberField } from "#app/components/fields/number-field.tsx";
import type { FormErrors } from "#app/components/fields/read-form.ts";
import { RowNumber, RowSelect } from "#app/components/fields/row-field.tsx";
import { SubmitButton } from "#app/components/fields/submit-button.tsx";
import { TextField } from "#app/components/fields/text-field.tsx";
import { useVerbForm } from "#app/components/fields/use-verb-form.ts";
import { VerbForm } from "#app/components/fields/verb-form.tsx";
import { OrderSheet, packValue } from "#app/domain/deliveries/order-sheet.ts";
import { formatPacking, formatQuantity } from "#app/domain/quantity.ts";
import type { AvailableItem } from "#app/domain/stock/list-available.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** A need that is being answered; base units by item. */
export interface OrderedNeed {
  id: string;
  wanted: { itemId: string; quantity: bigint }[];
}

/** What of a need this item may give, in full packs where it comes out even. */
function wantedOf({ itemId, available, packs }: AvailableItem, need: OrderedNeed | null) {
  const asked = (need?.wanted ?? []).filter((line) => line.itemId === itemId);
  const quantity = asked.reduce((sum, line) => sum + line.quantity, 0n);
  if (quantity === 0n) return null;
  const most = quantity < available ? quantity : available;
  const pack = packs.find(({ size }) => most % size === 0n);
  return pack
    ? { quantity: `${most / pack.size}`, pack: packValue(pack) }
    : { quantity: `${most}`, pack: "" };
}

/** A new delivery: one row for every item that can be sent there, with how much there is beside the box to fill. */
export function OrderForm(props: {
  warehouseId: string;
  siteId: string;
  items: AvailableItem[];
  /** What the site asked for: the form is filled in with it, as far as there is of it. */
  need: OrderedNeed | null;
  today: string;
  errors: FormErrors | undefined;
  requestId: string;
}) {
  const { create: words } = useMessages().deliveries;
  const { items, errors, requestId } = props;
  const labels = {
    boxes: words.boxes,
    plannedOn: words.plannedOn,
    note: words.note,
    lines: words.lines,
    ...Object.fromEntries(items.map(({ itemId, item }) => [`lines.${itemId}.quantity`, item])),
  };
  const defaults = { boxes: "1", plannedOn: props.today };
  const form = useVerbForm({ schema: OrderSheet, defaults, errors, labels, requestId });
  return (
    <VerbForm form={form} id="order" className="grid gap-4">
      <input type="hidden" name="warehouseId" value={props.warehouseId} />
      <input type="hidden" name="siteId" value={props.siteId} />
      {props.need && <input type="hidden" name="needId" value={props.need.id} />}
      <p className="text-small text-ink-2">{words.whatHint}</p>
      <ul id="order-lines" tabIndex={-1}>
        {items.map((item) => (
          <ItemLine key={item.itemId} item={item} wanted={wantedOf(item, props.need)} />
        ))}
      </ul>
      <div className="quick">
        <NumberField name="boxes" hint={words.boxesHint} />
        <DateField name="plannedOn" />
        <TextField name="note" className="full" optional hint={words.noteHint} maxLength={500} />
      </div>
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </VerbForm>
  );
}

/** Another lot than the picking rule's, and why. */
function LotChoice({ item, line }: { item: AvailableItem; line: string }) {
  const { create: words } = useMessages().deliveries;
  return (
    <details className="col-span-2 desk:col-span-3">
      <summary className="text-small">{words.lot}</summary>
      <p className="text-small text-ink-2">{words.lotHint}</p>
      <div className="grid gap-2 desk:grid-cols-2">
        <RowSelect
          name={`${line}.lot`}
          label={`${item.item} ${words.lot}`}
          blank={words.lotRule}
          choices={item.lots.map(({ asset, lotNumber, expiresOn, quantity }) => ({
            value: asset,
            label: words.lotChoice(
              lotNumber ?? words.noLotNumber,
              expiresOn ?? words.keeps,
              formatQuantity(quantity, item.unit),
            ),
          }))}
        />
        <TextField name={`${line}.lotReason`} label={words.lotReason} optional maxLength={200} />
      </div>
    </details>
  );
}

function ItemLine(props: { item: AvailableItem; wanted: ReturnType<typeof wantedOf> }) {
  const { item, wanted } = props;
  const { create: words } = useMessages().deliveries;
  const { unit, packs, available } = item;
  const line = `lines.${item.itemId}`;
  const packing = formatPacking(available, unit, packs[0]);
  return (
    <li className="grid grid-cols-2 items-start gap-x-4 gap-y-2 border-b border-line py-3 desk:grid-cols-[minmax(0,1fr)_9rem_12rem]">
      <div className="col-span-2 desk:col-span-1">
        <b>{item.item}</b> {item.specification}
        <div className="text-small text-ink-2">
          {words.available(formatQuantity(available, unit))}
          {packing && ` = ${packing}`}
        </div>
      </div>
      <RowNumber
        name={`${line}.quantity`}
        label={`${item.item} ${words.quantity}`}
        defaultValue={wanted?.quantity ?? ""}
      />
      <RowSelect
        name={`${line}.pack`}
        label={`${item.item} ${words.pack}`}
        blank={words.loose(unit)}
        defaultValue={wanted?.pack ?? (packs[0] ? packValue(packs[0]) : "")}
        choices={packs.map((pack) => ({
          value: packValue(pack),
          label: `${pack.name} × ${formatQuantity(pack.size, unit)}`,
        }))}
      />
      {item.lots.length > 1 && <LotChoice item={item} line={line} />}
    </li>
  );
}
