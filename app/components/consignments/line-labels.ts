/** The words of a consignment's fields, those of a line also by their paths under `list` ("lines", "goods"). */
export const labelsWithin = (labels: Record<string, string>, list: string): Record<string, string> => ({
  ...labels,
  ...Object.fromEntries(Object.entries(labels).map(([name, label]) => [`${list}.${name}`, label])),
});
