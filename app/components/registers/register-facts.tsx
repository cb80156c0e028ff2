import { DocumentLink } from "#app/components/gifts/document-link.tsx";
import { Facts } from "#app/components/gifts/facts.tsx";
import { Link } from "#app/components/layout/router.ts";
import { Code } from "#app/components/ui/code.tsx";
import { CivilDate, DateTime } from "#app/components/ui/date-time.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import type { Register } from "#app/domain/registers/get.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";
import { BasisLine } from "./basis-line.tsx";

/** What a register is for, whom it reaches, and whether it keeps anything personal. */
export function RegisterFacts({ register }: { register: Register }) {
  const { detail: words, basisShort, sheet } = useMessages().registers;
  const { rows, handOver } = register;
  const named = rows.filter((row) => row.named).length;
  const sum = (key: "households" | "people") => rows.reduce((total, row) => total + row[key], 0);
  return (
    <Panel title={words.facts} padded>
      <Facts
        facts={[
          [words.site, <Link to={`/desk/sites/${register.siteId}`}>{register.site}</Link>],
          [
            words.delivery,
            <DocumentLink kind="delivery" id={register.deliveryId} number={register.deliveryNumber} />,
          ],
          [basisShort, <BasisLine text={register.basis} />],
          [words.reach, words.reachOf(sum("households"), sum("people"))],
          [words.handOver, handOver && <Code>{handOver.number}</Code>],
          [sheet.date, handOver && <CivilDate on={handOver.handedOn} year />],
          [words.explanation, handOver?.note],
          [words.names, named > 0 ? words.named(named) : register.destroyedAt ? null : words.noNames],
          [words.destroyed, register.destroyedAt && <DateTime at={register.destroyedAt} year />],
          [words.by, register.createdBy],
        ]}
      />
    </Panel>
  );
}
