export const itemVerbs = [] as const;
