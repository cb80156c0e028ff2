export const labelVerbs = [] as const;
