import { todayInShanghai } from "#app/domain/dates.ts";
import { destroyDue } from "#app/domain/registers/destroy.server.ts";
import { settings } from "#app/settings.server.ts";

/** Names in registers are destroyed when their response is over. */
export async function destroyDueNames(): Promise<void> {
  await destroyDue(todayInShanghai(), settings().sealedDays);
}
