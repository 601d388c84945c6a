interface FilledCell {
  featureId: number;
  packageId: number;
  text: string;
}

export type CellLookup = (featureId: number, packageId: number) => string | undefined;

/** Finds the text of a cell by its feature and package. */
export function cellLookup(cells: FilledCell[]): CellLookup {
  const rows = new Map<number, Map<number, string>>();
  for (const { featureId, packageId, text } of cells) {
    const row = rows.get(featureId) ?? new Map<number, string>();
    rows.set(featureId, row.set(packageId, text));
  }
  return (featureId, packageId) => rows.get(featureId)?.get(packageId);
}
