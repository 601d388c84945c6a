import type { Evidence, Fact, FactGroup } from './fact';

export interface GridFeature {
  id: number;
  title: string;
  description: string;
}

export interface FilledCell {
  featureId: number;
  packageId: number;
  text: string;
  evidence: Evidence | undefined;
}

/** The features of a grid as facts, each named `f` and its id. */
export function featureGroup(
  title: string,
  features: GridFeature[],
  cells: FilledCell[],
): FactGroup {
  const rows = new Map<number, Map<number, FilledCell>>();
  for (const cell of cells) {
    const row = rows.get(cell.featureId) ?? new Map<number, FilledCell>();
    rows.set(cell.featureId, row.set(cell.packageId, cell));
  }
  const facts = features.map(({ id, title: label, description }): Fact => {
    const row = rows.get(id);
    return {
      key: `f${id}`,
      label,
      description,
      read: (it) => {
        const cell = row?.get(it.id);
        const text = cell?.text.trim() ?? '';
        return {
          kind: 'cell',
          value: text === '' ? null : text,
          evidence: cell?.evidence,
          asOf: null,
        };
      },
    };
  });
  return { title, facts };
}

/** Whether a fact is a feature that people filled in, rather than a figure. */
export function isFeature({ key }: Fact): boolean {
  return /^f\d+$/.test(key);
}
