interface Place {
  accountId: string;
  bin: string | null;
  rounds: number;
  pickedFor: string | null;
}

/**
 * Where somebody goes on who has just counted a place: the next one along the way that nobody counted and nobody picks
 * from, from the start again at the end; undefined when there is none. `counted` is the name of the place just done.
 */
export function nextToCount(places: readonly Place[], done: string) {
  const at = places.findIndex(({ accountId }) => accountId === done);
  const ahead = [...places.slice(at + 1), ...places.slice(0, Math.max(at, 0))];
  const next = ahead.find(({ rounds, pickedFor }) => rounds === 0 && pickedFor === null);
  return { next: next?.accountId, counted: places[at]?.bin };
}
