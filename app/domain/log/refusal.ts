/** Why a log is not signed on. */
export const logRefusalReasons = [
  "old_backup",
  "other_history",
  "leaves_changed",
  "clock_went_back",
  "copy_unreadable",
] as const;
export type LogRefusalReason = (typeof logRefusalReasons)[number];

/** The log is not what was signed before: nothing more is signed until somebody has looked into it. */
export class LogRefusal extends Error {
  override name = "LogRefusal";

  constructor(
    readonly reason: LogRefusalReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
