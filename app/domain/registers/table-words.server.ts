import { beneficiaryGroups, locales } from "#db/vocabulary";
import { messagesFor } from "#app/i18n/messages.server.ts";
import type { TableWords } from "./read-table.ts";
import { shareKeys, sheetKeys } from "./sheet.ts";

/** What a sheet's columns and groups are called in every language: it may come back to a reader of another. */
export function tableWords(): TableWords {
  const words = locales.map((locale) => messagesFor(locale).registers);
  return {
    columns: byKey(sheetKeys, (key) => words.map(({ sheet }) => sheet.columns[key])),
    shares: byKey(shareKeys, (key) => words.map(({ sheet }) => sheet.shares[key])),
    groups: byKey(beneficiaryGroups, (key) => [key, ...words.map(({ groups }) => groups[key])]),
  };
}

const byKey = <Key extends string, Value>(keys: readonly Key[], valueOf: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, valueOf(key)])) as Record<Key, Value>;
