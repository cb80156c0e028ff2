import { useMessages } from "#app/i18n/provider.tsx";

/** Grey bars in a table's own shape while its rows come; for waits over 400 ms. */
export function Skeleton({ rows = 5 }: { rows?: number }) {
  const { states } = useMessages().common;
  return (
    <div className="skel" role="status">
      <span className="sr-only">{states.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} aria-hidden />
      ))}
    </div>
  );
}
