import { db } from "#db";
import type { UserActor } from "../actor.ts";
import type { Figures } from "./figures.ts";
import { logEverything } from "./log-all.server.ts";
import { mustBeOver, nextIssue } from "./publish.server.ts";
import type { PublishReport } from "./schema.ts";
import { makeEdition } from "./write-edition.server.ts";

export interface Preview {
  issue: number;
  figures: Figures;
  /** How many leaves of the log it would be made of. */
  logSize: bigint;
  /** The whole report as a page. */
  html: string;
}

/** The next report as it would be published now; it refuses what publishing refuses, and keeps nothing. */
export async function previewReport(actor: UserActor, input: PublishReport): Promise<Preview> {
  mustBeOver(input);
  const checkpoint = await logEverything();
  const issue = await nextIssue(db, actor.organizationId);
  const edition = { ...input, issue, version: 1, correction: null };
  const { figures, files } = await makeEdition(db, actor, edition, checkpoint, new Date());
  const page = files.find(({ name }) => name === "report.html")!;
  return { issue, figures, logSize: BigInt(checkpoint.size), html: Buffer.from(page.bytes).toString("utf8") };
}
