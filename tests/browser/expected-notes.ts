import { metricGroups } from '@/lib/comparison/metrics';
import { developmentStatusName } from '@/lib/package/development-status';
import type { TakenValue } from './taken-document';

interface TakenRow {
  key: string;
  repeats?: string | undefined;
  values: TakenValue[];
}

const inOrder = metricGroups.flatMap(({ metrics }) => metrics.map(({ key }) => key));

/** Whether a row of a file is also a row of the page; a feature that repeats a shown metric is not. */
export const isOwnRow = ({ repeats }: TakenRow, rows: TakenRow[]) =>
  repeats === undefined || !rows.some(({ key }) => key === repeats);

/** What the page must note in the row of a metric for each package: cells of features that repeat it and say more than the metrics. */
export function expectedNotes(metric: TakenRow, rows: TakenRow[]): string[][] {
  if (!inOrder.includes(metric.key)) return metric.values.map(() => []);
  const features = rows.filter(({ repeats }) => repeats === metric.key);
  return metric.values.map((_, column) => {
    const known = rows
      .filter(({ repeats }) => repeats === undefined)
      .flatMap(({ values }) => values[column] ?? [])
      .flatMap(spellings)
      .map(plain);
    const said = features.flatMap(({ values }) => {
      const it = values[column];
      return it?.kind === 'cell' && it.value !== null ? [it.value] : [];
    });
    return said.filter((text) => !known.includes(plain(text)));
  });
}

const plain = (text: string) => text.toLowerCase().replace(/\s/g, '').replace(/–/g, '-');

/** The ways to write a figure in words. */
function spellings(it: TakenValue): string[] {
  if (it.value === null) return [];
  if (it.kind === 'status') return [developmentStatusName(it.value) ?? ''];
  if (it.kind === 'words') return [it.value];
  if (it.kind !== 'list') return [];
  return [it.value.join(','), `${it.value.at(0) ?? ''}-${it.value.at(-1) ?? ''}`];
}
