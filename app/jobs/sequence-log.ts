import { logOf } from "#app/domain/log/identity.server.ts";
import { LogRefusal } from "#app/domain/log/refusal.ts";
import { createSequencer } from "#app/domain/log/sequence.server.ts";
import { settings } from "#app/settings.server.ts";

let sequencer: ReturnType<typeof createSequencer> | undefined;
let told: { message: string; at: number } | undefined;

/** A refusal that goes on is told again after so long, not each second. */
const TELL_AGAIN_MS = 10 * 60_000;

/** Brings what was committed since into the public log. Throws LogRefusal when it is new, and then from time to time. */
export async function sequenceLog(): Promise<void> {
  sequencer ??= createSequencer(logOf(settings()));
  try {
    await sequencer.run();
    told = undefined;
  } catch (error) {
    if (!(error instanceof LogRefusal)) throw error;
    if (told?.message === error.message && Date.now() - told.at < TELL_AGAIN_MS) return;
    told = { message: error.message, at: Date.now() };
    throw error;
  }
}
