/** What a list of needs shows. */
export const needViews = ["open", "all"] as const;
export type NeedView = (typeof needViews)[number];
