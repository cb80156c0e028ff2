export const transferVerbs = [] as const;
