/** Of what a line brought in good state: what is still at the site, neither handed on nor sent back. Base units. */
export const atSite = (line: {
  good: bigint | null;
  found: bigint;
  handedOver: bigint;
  returned: bigint;
}): bigint => (line.good ?? 0n) + line.found - line.handedOver - line.returned;
