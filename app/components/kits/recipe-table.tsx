import { Link } from "#app/components/layout/router.ts";
import { Empty } from "#app/components/ui/empty.tsx";
import { Ledger } from "#app/components/ui/ledger.tsx";
import type { Recipe } from "#app/domain/kits/list-recipes.server.ts";
import { formatQuantity } from "#app/domain/quantity.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Each kit with what goes into one of it. */
export function RecipeTable({ recipes, mayAssemble }: { recipes: Recipe[]; mayAssemble: boolean }) {
  const words = useMessages().kits;
  const { columns: heads, title, none, noneHow, edit } = words.recipes;
  const columns = [
    { label: heads.kit },
    { label: heads.inside },
    ...(mayAssemble ? [{ label: heads.actions, hiddenLabel: true }] : []),
  ];
  return (
    <Ledger
      narrow
      caption={title}
      captionHidden
      columns={columns}
      empty={<Empty title={none}>{noneHow}</Empty>}
    >
      {recipes.map((recipe) => (
        <tr key={recipe.itemId}>
          <th scope="row" className="break-keep">
            {recipe.item}
          </th>
          <td>
            {recipe.components.map((line) => (
              <div key={line.itemId}>
                {line.item} {formatQuantity(line.perKit, line.unit)}
              </div>
            ))}
          </td>
          {mayAssemble && (
            <td>
              <ul className="-my-2.5 flex flex-col items-end gap-x-3 desk:flex-row desk:justify-end">
                <li>
                  <Link
                    to={`/desk/kits/new?item=${recipe.itemId}`}
                    className="inline-flex min-h-11 items-center whitespace-nowrap"
                  >
                    {words.assemble}
                  </Link>
                </li>
                <li>
                  <Link
                    to={`/desk/kits/recipe?item=${recipe.itemId}`}
                    className="inline-flex min-h-11 items-center whitespace-nowrap"
                  >
                    {edit}
                  </Link>
                </li>
              </ul>
            </td>
          )}
        </tr>
      ))}
    </Ledger>
  );
}
