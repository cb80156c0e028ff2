import type { PrintedLabel } from "#app/domain/labels/qr.ts";

/** The QR code of a label as an SVG, quiet zone included. The typed code stands beside it, so it is not read aloud. */
export function LabelQr({ label }: { label: PrintedLabel }) {
  return (
    <svg
      className="label-qr"
      viewBox={`0 0 ${label.qr.size} ${label.qr.size}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={label.qr.path} />
    </svg>
  );
}
