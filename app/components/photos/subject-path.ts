import type { PhotoSubject } from "#db/vocabulary";

/** The desk's page of what a photo belongs to; a signing and a handing on stand on their delivery's. */
export function subjectPath(subject: {
  subjectKind: PhotoSubject;
  subjectId: string;
  deliveryId: string | null;
}): string {
  const { subjectKind, subjectId, deliveryId } = subject;
  switch (subjectKind) {
    case "case":
      return `/desk/cases/${subjectId}`;
    case "gift":
      return `/desk/gifts/${subjectId}`;
    case "item":
      return `/desk/items/${subjectId}`;
    case "write_off":
      return `/desk/write-offs/${subjectId}`;
    case "consignment":
      return `/desk/consignments/${subjectId}`;
    default:
      return `/desk/deliveries/${deliveryId ?? subjectId}`;
  }
}
