import type { MemberActor } from "../actor.ts";
import { perform } from "../perform.server.ts";
import { mintLabels } from "./mint.server.ts";
import type { PrintBlankLabels } from "./schema.ts";

/** Makes blank labels of one run, to be printed and kept at the door. The run's id is that of the request. */
export async function printBlankLabels(actor: MemberActor, requestId: string, input: PrintBlankLabels) {
  return perform({ actor, action: "label.print", requestId, input }, async (tx) => {
    const blanks = Array.from({ length: input.count }, () => ({}));
    await mintLabels(tx, actor, blanks, requestId);
    return {
      result: { runId: requestId, count: input.count },
      organizationId: actor.organizationId,
      subjectId: requestId,
      detail: { count: input.count },
    };
  });
}
