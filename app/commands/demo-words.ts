import type { Role } from "#db/vocabulary";

/** The sign-ins of the demo: one person for each role. */
export const DEMO_PASSWORD = "jieli-demo-2022";
export const demoEmail = (role: Role): string => `${role.replace("_", "-")}@jieli.example`;
