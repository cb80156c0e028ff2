import { useMessages } from "#app/i18n/provider.tsx";

/** A name drawn on the glass: hidden until the script can take the strokes, and never asked for. */
export function ReceiptSignature() {
  const words = useMessages().receipt;
  return (
    <details className="signature" data-signature hidden>
      <summary>{words.signature}</summary>
      <input type="hidden" name="signature" />
      <canvas width={600} height={200} role="img" aria-label={words.signatureHint} />
      <button className="btn" type="button">
        {words.signAgain}
      </button>
    </details>
  );
}
