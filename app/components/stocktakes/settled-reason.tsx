import type { DifferenceLine } from "#app/domain/stocktakes/list-differences.server.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** Why a difference was settled as it was; what is lost and what was found again have each their own word. */
export function SettledReason({ line }: { line: DifferenceLine }) {
  const { reasons, settled } = useMessages().stocktakes.approve;
  const { reason, remark } = line;
  const lostOrFound = line.counted < line.expected ? settled.lost : settled.found;
  return (
    <>
      {reason && (reason === "lost" ? lostOrFound : reasons[reason])}
      {remark && <small>{remark}</small>}
    </>
  );
}
