import type { Applied } from '@/db/writes/import/apply';
import type { Change } from '@/db/writes/import/context';
import { nameOf, type RecordKind } from '@/lib/import/problem';
import { countOf, formatCount } from '@/lib/text/wording';

const marks = { added: '+', changed: '~', removed: '-', same: ' ' };

/** Formats a change like a diff: the record, and below it what differs. */
export function describeChange({ kind, id, slug, action, details }: Change): string[] {
  if (action === 'same') return [];
  return [`${marks[action]} ${nameOf(kind, id, slug)}`, ...details.map((it) => `    ${it}`)];
}

const nouns: [RecordKind, string, string][] = [
  ['category', 'category', 'categories'],
  ['package', 'package', 'packages'],
  ['grid', 'grid', 'grids'],
];

const MOST_PROBLEMS = 50;

/** Summarizes what an import did, or would do. */
export function describeOutcome({ counts, problems, whole }: Applied, isDry: boolean) {
  const skipped = problems.filter((it) => it.isSkipped).length;
  const rows = nouns.map(([kind, one, many]) => {
    const { added, changed, same, removed } = counts[kind];
    const parts = [`${formatCount(added)} added`, `${formatCount(changed)} changed`];
    if (removed > 0) parts.push(`${formatCount(removed)} removed`);
    return `${countOf(added + changed + same + removed, one, many)}: ${parts.join(', ')}, ${formatCount(same)} untouched`;
  });
  const shown = problems.slice(0, MOST_PROBLEMS);
  const lines = [
    isDry ? 'Dry run; nothing was written. An import would result in:' : 'Imported:',
    ...rows.map((row) => `  ${row}`),
    ...whole.map((it) => `  ${it}`),
    ...(problems.length > 0 ? [`${countOf(problems.length, 'problem')}:`] : []),
    ...shown.map((it) => `  ${it.isSkipped ? 'skipped' : 'note'}: ${it.at}: ${it.why}`),
    ...(problems.length > shown.length ? [`  and ${problems.length - shown.length} more`] : []),
  ];
  const taken = Object.values(counts)
    .flatMap((it) => Object.values(it))
    .reduce((sum, it) => sum + it, 0);
  return { lines, skipped, isEmpty: taken === 0 && whole.length === 0 };
}
