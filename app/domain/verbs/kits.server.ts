export const kitVerbs = [] as const;
