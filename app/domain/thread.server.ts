import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

/**
 * A thread that runs a module of ours from its TypeScript source through tsx, also beside the built server: a bundler
 * would have to be taught to emit a second server entry, and the source is shipped anyway. `module` is its path from
 * the project's root.
 */
export function startThread(module: string, { heapMegabytes }: { heapMegabytes: number }): Worker {
  return new Worker(sourceFile("app/domain/start-thread.mjs"), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    workerData: { module: pathToFileURL(sourceFile(module)).href },
  });
}

/** The source in the nearest folder above this module, or else above the working directory. */
function sourceFile(path: string): string {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const file = join(folder, path);
      if (existsSync(file)) return file;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error(`cannot find ${path} above this module or the working directory`);
}
