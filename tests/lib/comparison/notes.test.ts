import { describe, expect, test } from 'vitest';
import { featureGroup } from '@/lib/comparison/features';
import { metricGroups } from '@/lib/comparison/metrics';
import { withNotes } from '@/lib/comparison/notes';
import { comparedPackage } from './compared-package';

const pkg = comparedPackage(1, {
  licence: 'MIT',
  djangoVersions: ['4.2', '5.0', '5.1'],
  requiresPython: null,
});

/** The rows after a grid has these features, each with a cell of the package. */
function annotated(...features: { metric: string | null; text: string }[]) {
  const titled = features.map(({ metric }, index) => {
    return { id: index + 1, title: `Feature ${index + 1}`, description: '', metric };
  });
  const cells = features.map(({ text }, index) => {
    return { featureId: index + 1, packageId: pkg.id, text, evidence: undefined };
  });
  return withNotes([...metricGroups, featureGroup('Features', titled, cells)]);
}

const rowsOf = (groups: ReturnType<typeof annotated>) => groups.flatMap(({ metrics }) => metrics);

const notesOf = (groups: ReturnType<typeof annotated>, key: string) =>
  rowsOf(groups)
    .find((metric) => metric.key === key)
    ?.notes?.(pkg)
    .map(({ value }) => value);

test('a feature that repeats a metric is a note in its row', () => {
  const groups = annotated({ metric: 'licence', text: 'MIT or GPL' });
  expect(notesOf(groups, 'licence')).toEqual(['MIT or GPL']);
  expect(rowsOf(groups).map(({ key }) => key)).not.toContain('f1');
  expect(groups.map(({ title }) => title)).not.toContain('Features');
});

test('other features stay as they are', () => {
  const groups = annotated({ metric: null, text: 'yes' });
  expect(rowsOf(groups).map(({ key }) => key)).toContain('f1');
  expect(notesOf(groups, 'licence')).toBeUndefined();
});

test('several features may repeat one metric, and are noted once if they agree', () => {
  const groups = annotated(
    { metric: 'licence', text: 'GPL' },
    { metric: 'licence', text: 'gpl' },
    { metric: 'licence', text: 'Apache' },
  );
  expect(notesOf(groups, 'licence')).toEqual(['gpl', 'Apache']);
});

describe('a note that adds nothing to the figures is omitted:', () => {
  test.each([
    ['licence', 'mit'],
    ['django', '4.2, 5.0, 5.1'],
    ['django', '4.2 – 5.1'],
    ['django', '4.2-5.1'],
    // It says what another metric says.
    ['requires_python', ' MIT '],
  ])('%s %s', (metric, text) => {
    expect(notesOf(annotated({ metric, text }), metric)).toEqual([]);
  });
});

test.each([
  ['django', '4.2 – 5.2'],
  ['requires_python', '>=3.10'],
])('a note that adds something is kept: %s %s', (metric, text) => {
  expect(notesOf(annotated({ metric, text }), metric)).toEqual([text]);
});

test('a feature has its own row if its metric is not shown', () => {
  const groups = annotated({ metric: 'licence', text: 'GPL' });
  const [own] = [
    featureGroup('F', [{ id: 1, title: 'F', description: '', metric: 'licence' }], []),
  ];
  expect(groups.length).toBe(3);
  expect(withNotes([own])).toEqual([own]);
});
