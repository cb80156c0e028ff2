/** Of what a line brought in good state: what is still at the site, neither handed on nor sent back. Base units. */
export const atSite = (line: { good: bigint | null; handedOver: bigint; returned: bigint }): bigint =>
  (line.good ?? 0n) - line.handedOver - line.returned;
