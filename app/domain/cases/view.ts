/** How the list of cases is cut. */
export const caseViews = ["all", "open", "overdue", "mine", "closed"] as const;
export type CaseView = (typeof caseViews)[number];
