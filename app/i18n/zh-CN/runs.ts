/** Runs: vehicles, drivers, passes and stops. */
export const runs = {};
