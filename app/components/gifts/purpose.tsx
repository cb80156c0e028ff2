import { useMessages } from "#app/i18n/provider.tsx";

/** What a gift may be used for: 不限用途, or 只给…. */
export function Purpose({ restriction }: { restriction: string | null }) {
  const { states } = useMessages().common;
  return <>{restriction === null ? states.unrestricted : states.onlyFor(restriction)}</>;
}
