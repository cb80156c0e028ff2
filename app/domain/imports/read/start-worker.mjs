// A thread starts without the loader of the process that made it; this brings tsx in before the TypeScript source.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
