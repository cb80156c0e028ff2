import type { ReactNode } from "react";
import { Facts } from "#app/components/gifts/facts.tsx";
import { Link } from "#app/components/layout/router.ts";
import { civilDate, formatFullDate } from "#app/domain/dates.ts";
import type { ItemDetails } from "#app/domain/items/get.server.ts";
import { printedGtin } from "#app/domain/items/gtin.ts";
import { packInWords } from "#app/domain/items/pack-words.ts";
import { formatPacks } from "#app/domain/quantity.ts";
import { useLocale, useMessages } from "#app/i18n/provider.tsx";

/** What is known of an item; what nobody wrote down is left out. */
export function ItemFacts({ item }: { item: ItemDetails }) {
  const { facts: words, categories, storages } = useMessages().items;
  const { unit, packs } = item;
  return (
    <Facts
      facts={[
        [words.category, categories[item.category]],
        [words.unit, unit],
        [words.specification, item.specification],
        [words.packs, listOf(packs.map((pack) => packInWords(pack, packs, unit)))],
        [words.aliases, listOf(useOtherNames(item))],
        [words.barcodes, listOf(useBarcodes(item))],
        [words.storage, item.storage && storages[item.storage]],
        [words.minRemainingDays, item.minRemainingDays && words.days(item.minRemainingDays)],
        [words.gbCode, item.gbCode],
        [
          words.substitutes,
          listOf(item.substitutes.map(({ id, name }) => <Substitute key={id} id={id} name={name} />)),
        ],
      ]}
    />
  );
}

const listOf = (entries: ReactNode[]): ReactNode =>
  entries.length > 0 && (
    <ul>
      {entries.map((entry, index) => (
        <li key={index}>{entry}</li>
      ))}
    </ul>
  );

const Substitute = ({ id, name }: { id: string; name: string }) => (
  <Link to={`/desk/items/${id}`}>{name}</Link>
);

/** Its other names; those of items that became this one say so, and since when. */
function useOtherNames({ aliases, mergedFrom }: ItemDetails): string[] {
  const { formerly } = useMessages().items.facts;
  const locale = useLocale();
  const former = new Map(mergedFrom.map(({ name, at }) => [name, formatFullDate(civilDate(at), locale)]));
  return aliases.map((name) => {
    const day = former.get(name);
    return day === undefined ? name : formerly(name, day);
  });
}

function useBarcodes({ barcodes, packs, unit }: ItemDetails): string[] {
  const { barcodeOf } = useMessages().items.facts;
  return barcodes.map(({ gtin, packSize }) => {
    const pack = packs.find(({ size }) => size === packSize);
    return barcodeOf(printedGtin(gtin), formatPacks(packSize, unit, pack));
  });
}
