import { useMessages } from "#app/i18n/provider.tsx";

/** Where a box stands: the bin's name, or what the place is. */
export function BoxPlace({ bin, kind }: { bin: string | null; kind: string }) {
  const { places } = useMessages().boxes;
  return <>{bin ?? places[kind as keyof typeof places] ?? kind}</>;
}
