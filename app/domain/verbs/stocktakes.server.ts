export const stocktakeVerbs = [] as const;
