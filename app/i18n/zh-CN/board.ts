/** The warehouse's day. */
export const board = {};
