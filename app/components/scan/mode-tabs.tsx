import { type ScanMode, scanModes } from "#app/domain/boxes/scan-context.ts";
import { useMessages } from "#app/i18n/provider.tsx";

/** What the person with the phone is doing. */
export function ModeTabs({ mode, choose }: { mode: ScanMode; choose: (mode: ScanMode) => void }) {
  const words = useMessages().scan;
  return (
    <nav className="scan-modes" aria-label={words.modesLabel}>
      {scanModes.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === mode ? "page" : undefined}
          onClick={() => choose(each)}
        >
          {words.modes[each]}
        </button>
      ))}
    </nav>
  );
}
