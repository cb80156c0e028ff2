import { useMessages } from "#app/i18n/provider.tsx";

/** Says what an action did, in the reader's language; one without a word of its own is named as it is. */
export function useActionWord(): (action: string) => string {
  const { actions } = useMessages().overview;
  const words = new Map<string, string>(Object.entries(actions));
  return (action) => words.get(action) ?? action;
}
