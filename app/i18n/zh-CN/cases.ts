/** Problems to settle: what was missing, damaged, or counted twice. */
export const cases = {};
