import { logOf } from "#app/domain/log/identity.server.ts";
import { createSequencer } from "#app/domain/log/sequence.server.ts";
import { settings } from "#app/settings.server.ts";

let sequencer: ReturnType<typeof createSequencer> | undefined;

/** Brings what was committed since into the public log. */
export async function sequenceLog(): Promise<void> {
  sequencer ??= createSequencer(logOf(settings()));
  await sequencer.run();
}
