import { Check, TriangleAlert } from "lucide-react";
import { useMessages } from "#app/i18n/provider.tsx";

/** What came of passing on what another phone kept: the numbers that are signed for, and what could not be, with why. */
export interface Carried {
  numbers: string[];
  refused: { what: string; why: string }[];
}

export function CarryResult({ numbers, refused }: Carried) {
  const words = useMessages().door;
  const none = numbers.length === 0;
  const Mark = none ? TriangleAlert : Check;
  return (
    <>
      <div className={none ? "result result-hold" : "result result-ok"} role="status">
        <div className="mark">
          <Mark aria-hidden />
        </div>
        <h1>{none ? words.carriedNone : words.carried}</h1>
        {numbers.length === 1 && <p>{words.carriedText(numbers[0]!)}</p>}
        {numbers.length > 1 && <p>{words.carriedMany(numbers.length)}</p>}
      </div>
      {refused.length > 0 && (
        <div className="pad">
          <h2>{words.carriedRefused(refused.length)}</h2>
          <ul>
            {refused.map(({ what, why }, index) => (
              <li className="line" key={index}>
                <b>{what}</b>
                <p>{why}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
