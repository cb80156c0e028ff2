/** PostgreSQL takes at most 65,534 parameters in a statement; no table of ours has more than 30 columns. */
const CHUNK = 2_000;

/** Inserts any number of rows, so many a statement, and answers what the statements returned. */
export async function insertChunked<Row, Returned>(
  rows: readonly Row[],
  insert: (chunk: Row[]) => PromiseLike<Iterable<Returned>>,
): Promise<Returned[]> {
  const returned: Returned[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) {
    returned.push(...(await insert(rows.slice(at, at + CHUNK))));
  }
  return returned;
}
