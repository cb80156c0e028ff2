/** Which consignments a list shows: to come today or overdue, to come later, at the door, in the books, called off. */
export const consignmentViews = ["today", "later", "counting", "received", "cancelled"] as const;
export type ConsignmentView = (typeof consignmentViews)[number];
