/**
 * Of what a line brought in good state, in parts or whole: what is still at the site, neither handed on nor sent back. Base
 * units.
 */
export const atSite = (line: {
  good: bigint | null;
  partly: bigint;
  found: bigint;
  handedOver: bigint;
  returned: bigint;
}): bigint => (line.good ?? line.partly) + line.found - line.handedOver - line.returned;
