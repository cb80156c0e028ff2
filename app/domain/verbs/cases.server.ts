export const caseVerbs = [] as const;
