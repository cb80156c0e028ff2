export const boxVerbs = [] as const;
