/**
 * How a promise stands, derived from the gifts against it that were not reversed. What came wholly is `arrived`
 * whatever the date; `overdue` wins over `partial`.
 */
export const pledgeStates = ["open", "partial", "overdue", "arrived", "withdrawn"] as const;
export type PledgeState = (typeof pledgeStates)[number];

/** States in which something is still to come. */
export const openPledgeStates = ["open", "partial", "overdue"] as const satisfies readonly PledgeState[];
