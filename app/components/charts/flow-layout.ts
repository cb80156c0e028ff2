/** Something worth `value` that goes from a node to one of the next column. */
export interface FlowLink {
  from: string;
  to: string;
  value: number;
}

export interface PlacedNode {
  id: string;
  column: number;
  y: number;
  height: number;
  value: number;
}

/** A link as a band of `width`, around `y0` at its start and `y1` at its end. */
export interface PlacedLink extends FlowLink {
  y0: number;
  y1: number;
  width: number;
}

/**
 * A Sankey diagram's places: columns of nodes from top to bottom in the order given, all to one scale, spread over
 * `height` with at least `gap` between nodes; bands meet a node in the order of the nodes at their other end. Node ids
 * are unique across columns.
 */
export function flowLayout(
  columns: readonly (readonly string[])[],
  links: readonly FlowLink[],
  { height, gap }: { height: number; gap: number },
): { nodes: PlacedNode[]; links: PlacedLink[] } {
  const worth = worthOf(links);
  const sums = columns.map((ids) => ids.reduce((sum, id) => sum + (worth.get(id) ?? 0), 0));
  const scales = columns.map((ids, i) => (height - gap * (ids.length - 1)) / (sums[i] || 1));
  const scale = Math.max(0, Math.min(...scales));
  const nodes = columns.flatMap((ids, column) => {
    const space = ids.length > 1 ? (height - scale * (sums[column] ?? 0)) / (ids.length - 1) : 0;
    let y = 0;
    return ids.map((id) => {
      const value = worth.get(id) ?? 0;
      const node = { id, column, y, height: value * scale, value };
      y += node.height + space;
      return node;
    });
  });
  return { nodes, links: placeLinks(nodes, links, scale) };
}

function worthOf(links: readonly FlowLink[]): Map<string, number> {
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  for (const { from, to, value } of links) {
    out.set(from, (out.get(from) ?? 0) + value);
    into.set(to, (into.get(to) ?? 0) + value);
  }
  const ids = new Set([...out.keys(), ...into.keys()]);
  return new Map([...ids].map((id) => [id, Math.max(out.get(id) ?? 0, into.get(id) ?? 0)]));
}

function placeLinks(nodes: readonly PlacedNode[], links: readonly FlowLink[], scale: number): PlacedLink[] {
  const place = new Map(nodes.map((node, i) => [node.id, { ...node, i, left: node.y, taken: node.y }]));
  const order = (id: string) => place.get(id)?.i ?? 0;
  return [...links]
    .sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to))
    .map((link) => {
      const width = link.value * scale;
      const from = place.get(link.from);
      const to = place.get(link.to);
      const y0 = (from?.left ?? 0) + width / 2;
      const y1 = (to?.taken ?? 0) + width / 2;
      if (from) from.left += width;
      if (to) to.taken += width;
      return { ...link, y0, y1, width };
    });
}
