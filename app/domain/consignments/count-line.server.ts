import { and, eq } from "drizzle-orm";
import { consignmentLines, type Tx } from "#db";
import type { MemberActor } from "../actor.ts";
import { refuse } from "../errors.ts";
import { perform } from "../perform.server.ts";
import {
  type ConsignmentLine,
  lineOf,
  lockOpenConsignment,
  startCounting,
} from "./lock-consignment.server.ts";
import { boxedOn, refusedOn } from "./on-line.server.ts";
import type { CountLine } from "./schema.ts";

/**
 * Writes down how much of a line is at the door, in place of any count before. Not less than stands in labelled boxes
 * (`boxed_more_than_counted`), nor less than was refused of it (`refused_more_than_counted`).
 */
export async function countLine(actor: MemberActor, requestId: string, input: CountLine) {
  return perform({ actor, action: "consignment.count", requestId, input }, async (tx) => {
    const consignment = await lockOpenConsignment(tx, actor, input.consignmentId);
    const { id, organizationId } = consignment;
    const line = await lineOf(tx, id, input.n);
    const counted = countOf(line, input);
    await mustHold(tx, line, counted);
    await startCounting(tx, actor, consignment);
    await tx
      .update(consignmentLines)
      .set({ counted, valueFen: valueAt(line, counted) })
      .where(and(eq(consignmentLines.consignmentId, id), eq(consignmentLines.n, line.n)));
    return {
      result: { id, counted: `${counted}` },
      organizationId,
      subjectId: id,
      detail: { counted: `${line.n}: ${counted}` },
    };
  });
}

function countOf(line: ConsignmentLine, { packs, counted }: CountLine): bigint {
  if (packs === null) return counted ?? 0n;
  if (line.packSize === null) refuse("invalid", { fields: { packs: "line_without_pack" } });
  return packs * line.packSize + (counted ?? 0n);
}

/** Of a line nobody announced the value is that of what was counted, and goes with it. */
function valueAt(line: ConsignmentLine, counted: bigint): bigint | null {
  if (line.valueFen === null || line.expected !== null || line.counted === 0n) return line.valueFen;
  return (line.valueFen * counted) / line.counted;
}

async function mustHold(tx: Tx, line: ConsignmentLine, counted: bigint): Promise<void> {
  const { item, unit } = line;
  const boxed = await boxedOn(tx, line);
  if (boxed > counted) {
    refuse("boxed_more_than_counted", { item, unit, boxed: `${boxed}`, counted: `${counted}` });
  }
  const refused = await refusedOn(tx, line);
  if (refused > counted) {
    refuse("refused_more_than_counted", { item, unit, refused: `${refused}`, counted: `${counted}` });
  }
}
