export const runVerbs = [] as const;
