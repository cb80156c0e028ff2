export const intakeVerbs = [] as const;
