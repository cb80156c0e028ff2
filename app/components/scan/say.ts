import type { Saying, Sayings } from "#app/domain/boxes/saying.ts";
import type { Messages } from "#app/i18n/messages.ts";

/** A saying in the reader's language: what is read at arm's length, and why and what to do. */
export function sentences(
  { scan }: Messages,
  { key, with: particulars }: Saying,
): { title: string; text: string } {
  return inWords(scan.says, key, particulars as never);
}

function inWords<Key extends keyof Sayings>(says: Said, key: Key, particulars: Sayings[Key]) {
  const { title, text } = says[key];
  return { title: title(particulars), text: text(particulars) };
}

type Said = {
  readonly [Key in keyof Sayings]: {
    readonly title: (particulars: Sayings[Key]) => string;
    readonly text: (particulars: Sayings[Key]) => string;
  };
};
