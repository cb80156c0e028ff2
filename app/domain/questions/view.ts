/** What a list of questions shows. */
export const questionViews = ["open", "all"] as const;
export type QuestionView = (typeof questionViews)[number];
