import { sql } from "drizzle-orm";
import type { Tx } from "#db";

/** Wrong keys at a door for those whose tries are counted together: in an hour, and in a day. */
export const DOOR_TRIES = { hour: 10, day: 30 } as const;

type Window = keyof typeof DOOR_TRIES;

const windows = [
  { name: "hour", minutes: 60 },
  { name: "day", minutes: 24 * 60 },
] as const satisfies { name: Window; minutes: number }[];

const PREFIX = "delivery-door/";

/**
 * Tries at doors, read and written within the transaction that holds their deliveries locked, so that many at once
 * cannot slip through. A bucket's name begins with its delivery's id.
 */
export class DoorTries {
  readonly #spent: Map<string, { points: number; minutesLeft: number }>;
  readonly #counted = new Map<string, number>();

  private constructor(spent: Map<string, { points: number; minutesLeft: number }>) {
    this.#spent = spent;
  }

  static async read(tx: Tx, buckets: readonly string[]): Promise<DoorTries> {
    const keys = [...new Set(buckets)].flatMap((bucket) => windows.map(({ name }) => keyOf(bucket, name)));
    if (keys.length === 0) return new DoorTries(new Map());
    const rows = await tx.execute<{ key: string; points: number; minutesLeft: number }>(sql`
      select key, points, ceil(extract(epoch from expire - now()) / 60)::int as "minutesLeft" from rate_limits
      where key = any(${sql.param(keys)}::text[]) and expire > now()`);
    return new DoorTries(new Map(rows.map(({ key, ...row }) => [key, row])));
  }

  /** How long until another try counts for anything; 0: now. */
  minutesToWait(bucket: string): number {
    const waits = windows.map(({ name, minutes }) =>
      this.#pointsOf(bucket, name) < DOOR_TRIES[name]
        ? 0
        : (this.#spent.get(keyOf(bucket, name))?.minutesLeft ?? minutes),
    );
    return Math.max(...waits);
  }

  ofHour(bucket: string): number {
    return this.#pointsOf(bucket, "hour");
  }

  count(bucket: string): void {
    this.#counted.set(bucket, (this.#counted.get(bucket) ?? 0) + 1);
  }

  async write(tx: Tx): Promise<void> {
    if (this.#counted.size === 0) return;
    const rows = [...this.#counted].flatMap(([bucket, points]) =>
      windows.map(({ name, minutes }) => ({ key: keyOf(bucket, name), points, minutes })),
    );
    await tx.execute(sql`
      insert into rate_limits as l (key, points, expire)
      select key, points, now() + make_interval(mins => minutes)
      from json_to_recordset(${JSON.stringify(rows)}::json) as t (key text, points int, minutes int) order by key
      on conflict (key) do update
      set points = case when l.expire > now() then l.points else 0 end + excluded.points,
          expire = case when l.expire > now() then l.expire else excluded.expire end`);
  }

  #pointsOf(bucket: string, window: Window): number {
    return (this.#spent.get(keyOf(bucket, window))?.points ?? 0) + (this.#counted.get(bucket) ?? 0);
  }
}

/** Everybody's tries at a delivery's door begin anew. */
export async function forgetDoorTries(tx: Tx, deliveryId: string): Promise<void> {
  await tx.execute(sql`delete from rate_limits where starts_with(key, ${`${PREFIX}${deliveryId}/`})`);
}

const keyOf = (bucket: string, window: Window): string => `${PREFIX}${bucket}/${window}`;
