import type { Figure } from "./figure.ts";

export async function* benchImport(): AsyncGenerator<Figure> {}
