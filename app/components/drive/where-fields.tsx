import type { Where } from "#app/domain/where.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import type { WhereChoice } from "./use-where.ts";

/** Where the phone is, in a form that is sent; nothing while nobody allowed it. */
export function WhereFields({ place }: { place: Where | null }) {
  if (place === null) return null;
  return (
    <>
      <input type="hidden" name="where.latitude" value={place.latitude} />
      <input type="hidden" name="where.longitude" value={place.longitude} />
      <input type="hidden" name="where.accuracy" value={place.accuracy ?? ""} />
    </>
  );
}

/** Lets the driver say whether the place is written down too. */
export function WhereSwitch({ where }: { where: WhereChoice }) {
  const words = useMessages().drive.where;
  if (!where.ready) return null;
  return (
    <div>
      <label className="check">
        <input type="checkbox" checked={where.on} onChange={({ target }) => where.choose(target.checked)} />
        {words.label}
      </label>
      <p className="hint" role="status">
        {where.on && where.trouble ? words.trouble : words.hint}
      </p>
    </div>
  );
}
