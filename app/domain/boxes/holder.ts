import type { AccountKind } from "#db/vocabulary";

/** Who holds something, and since when. */
export type Holder =
  /** In a warehouse: `place` is the bin's name, or what the sign of the place says. */
  | { is: "warehouse"; warehouse: string; kind: AccountKind; place: string; since: Date }
  /** `doorSince`: at the receiver's door, not signed for yet. `point`: where this vehicle took it over. */
  | {
      is: "vehicle";
      runId: string;
      run: string;
      plate: string;
      driver: string;
      phone: string | null;
      point: string | null;
      doorSince: Date | null;
      since: Date;
    }
  /** On the road without a run: nobody wrote down with which vehicle. */
  | { is: "road"; since: Date }
  /** At a hand-over point, brought there by this run; no next one is planned. */
  | { is: "point"; place: string; runId: string; run: string; since: Date }
  /** Handed over at the receiver's door by this run, not signed for yet. */
  | { is: "receiver"; site: string; runId: string; run: string; since: Date }
  | { is: "site"; site: string; by: string | null; since: Date }
  /** Its goods stand loose; the box is none any more. */
  | { is: "nobody"; since: Date };

/** The same for everything that is in the same hands, whenever it came there. */
export function handsOf(holder: Holder): string {
  switch (holder.is) {
    case "warehouse":
      return `warehouse ${holder.warehouse}`;
    case "vehicle":
      return `vehicle ${holder.runId}`;
    case "point":
      return `point ${holder.place}`;
    case "receiver":
      return `receiver ${holder.site}`;
    case "site":
      return `site ${holder.site}`;
    default:
      return holder.is;
  }
}
