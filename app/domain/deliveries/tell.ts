import type { Telling } from "../notices/tell.server.ts";
import type { Sent } from "./lock-by-code.server.ts";
import type { Signing } from "./write-receipts.server.ts";

/** What the sender's desk is told of a delivery. */
const about = ({ id, organizationId, site, number }: Sent) => ({
  organizationId,
  role: "dispatcher" as const,
  subjectKind: "delivery",
  subjectId: id,
  detail: { site, number },
});

const signed = ({ delivery, ask: { input } }: Signing) => {
  const told = about(delivery);
  return { ...told, detail: { ...told.detail, by: input.post ?? input.name } };
};

export const wasConfirmed = (signing: Signing): Telling => ({
  ...signed(signing),
  kind: "delivery_confirmed",
  occasion: "confirmed",
});

export const partCame = (signing: Signing): Telling => ({
  ...signed(signing),
  kind: "delivery_part_received",
  occasion: `receipt ${signing.n}`,
});

/** Somebody went through PINs: from now the telephone's end is asked for too. */
export const pinGuessed = (delivery: Sent, now: Date): Telling => ({
  ...about(delivery),
  kind: "pin_guessed",
  occasion: now.toISOString(),
});
