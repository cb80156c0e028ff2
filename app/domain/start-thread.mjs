// A thread starts without the loader of the process that made it; this brings tsx in before the TypeScript source.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.module);
