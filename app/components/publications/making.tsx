import { useEffect, useState } from "react";
import { z } from "zod";
import { useNavigation } from "#app/components/layout/router.ts";
import { Progress } from "#app/components/ui/progress.tsx";
import { useMessages } from "#app/i18n/provider.tsx";

const POLL_MS = 700;
const Answer = z.object({ lines: z.number().nullable() });

/** How far the report has come while its form is on its way; `lines` is how many it will have, about. */
export function Making({ requestId, lines }: { requestId: string; lines: number }) {
  const { make } = useMessages().publications;
  const busy = useNavigation().state === "submitting";
  const done = usePolled(busy ? `/desk/publications/progress?request=${requestId}` : null);
  if (!busy) return null;
  return (
    <Progress label={make.making} done={Math.min(done, lines)} all={lines}>
      {make.makingHow}
    </Progress>
  );
}

function usePolled(address: string | null): number {
  const [done, setDone] = useState(0);
  useEffect(() => {
    if (address === null) return;
    const timer = setInterval(() => {
      fetch(address)
        .then(async (answer) => setDone(Answer.parse(await answer.json()).lines ?? 0))
        // A poll that fails says nothing about the work; the next one may come through.
        .catch(() => undefined);
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [address]);
  return done;
}
