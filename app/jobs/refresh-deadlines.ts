import { refreshDeadlines } from "#app/domain/disclosures/refresh.server.ts";

/** The law's clocks go on while nobody looks: what is near or missed is told. */
export async function refreshAllDeadlines(): Promise<void> {
  await refreshDeadlines();
}
