import { Facts } from "#app/components/gifts/facts.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { BoxPage } from "#app/domain/boxes/get.server.ts";
import { formatCode } from "#app/domain/code.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { BoxPlace } from "./box-place.tsx";

/** Where a box stands, what it came with and where it is going. */
export function BoxFacts({ box }: { box: BoxPage }) {
  const words = useMessages().boxes;
  return (
    <Panel title={box.warehouse} padded>
      <Facts
        facts={[
          [words.place, box.emptied ? words.empty : <BoxPlace bin={box.bin} kind={box.accountKind} />],
          [words.pallet, box.pallet && <BoxLink code={box.pallet} />],
          [
            words.consignment,
            box.consignment && (
              <Link to={`/desk/consignments/${box.consignment.id}`}>{box.consignment.number}</Link>
            ),
          ],
          [
            words.delivery,
            box.delivery && (
              <>
                <Link to={`/desk/deliveries/${box.delivery.id}`}>{box.delivery.number}</Link>{" "}
                {box.delivery.loaded && words.loaded}
              </>
            ),
          ],
          [words.weight, box.weightGrams !== null && words.kilograms(box.weightGrams)],
          [words.seen, box.note],
          [
            words.oldCodes,
            box.oldCodes.length > 0 &&
              box.oldCodes.map(({ code, reason }) => (
                <span key={code} className="block">
                  <Code>{formatCode(code)}</Code> {reason}
                </span>
              )),
          ],
        ]}
      />
    </Panel>
  );
}

/** A box by its label. */
export function BoxLink({ code }: { code: string }) {
  return (
    <Link to={`/desk/boxes/${code}`} className="code whitespace-nowrap">
      {formatCode(code)}
    </Link>
  );
}
