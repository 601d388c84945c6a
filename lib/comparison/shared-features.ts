import { readCell } from './cell';
import type { Answer, Metric, MetricGroup, MetricValue, Origin } from './metric';

/** The features of one grid. */
interface GridSection extends MetricGroup {
  grid: Origin;
}

interface Found {
  metric: Metric;
  grid: Origin;
}

/**
 * The features of several grids: first those shared by two or more grids, each merged into one with its grids, then the rest by grid.
 * Features are the same if their titles match, ignoring case, spaces and punctuation.
 */
export function mergeSharedFeatures(sections: GridSection[]): MetricGroup[] {
  const found = sections.flatMap(({ grid, metrics }) =>
    metrics.map((metric) => ({ metric, grid })),
  );
  const shared = groupByTitle(found).filter((it) => gridsOf(it).length > 1);
  const merged = new Set(shared.flat().map(({ metric }) => metric));
  const groups: MetricGroup[] = [
    {
      title: 'In several grids: what can it do?',
      name: 'In several grids',
      metrics: shared.map(mergeFeature),
    },
    ...sections.map(({ grid, metrics }) => ({
      title: `${grid.title}: what can it do?`,
      name: grid.title,
      href: grid.href,
      metrics: metrics.filter((metric) => !merged.has(metric)),
    })),
  ];
  return groups.filter(({ metrics }) => metrics.length > 0);
}

function groupByTitle(found: Found[]): Found[][] {
  const groups = new Map<string, Found[]>();
  for (const it of found) {
    const title = comparableTitle(it.metric.label);
    groups.set(title, [...(groups.get(title) ?? []), it]);
  }
  return [...groups.values()];
}

/** Normalizes a title, so that `Async code`, `async-code` and `Async  Code?` match. A title with only signs keeps them. */
export function comparableTitle(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ').trim();
  return words === '' ? plain.trim() : words;
}

function gridsOf(found: Found[]): Origin[] {
  return [...new Map(found.map(({ grid }) => [grid.href, grid])).values()];
}

function mergeFeature(found: Found[]): Metric {
  const [key = '', ...aliases] = found.map(({ metric }) => metric.key);
  const repeats = found.find(({ metric }) => metric.repeats !== undefined)?.metric.repeats;
  const descriptions = found.map(({ metric }) => metric.description).filter((text) => text !== '');
  return {
    key,
    aliases,
    label: found[0]?.metric.label ?? '',
    description: [...new Set(descriptions)].join(' '),
    grids: gridsOf(found),
    ...(repeats === undefined ? {} : { repeats }),
    read: (pkg) =>
      mergeCells(found.flatMap(({ metric, grid }) => answerOf(metric.read(pkg), grid))),
  };
}

function answerOf(value: MetricValue, grid: Origin): Answer[] {
  if (value.kind !== 'cell' || value.value === null) return [];
  return [{ text: value.value, evidence: value.evidence, grid }];
}

/** Merges the cells of one feature and package: one text if the grids agree, otherwise each with its grid. */
function mergeCells(answers: Answer[]): MetricValue {
  const meanings = new Set(answers.map(({ text }) => JSON.stringify(readCell(text))));
  const evidence = answers.find((it) => it.evidence !== undefined)?.evidence;
  if (meanings.size < 2)
    return { kind: 'cell', value: answers[0]?.text ?? null, evidence, asOf: null };
  const value = answers.map(({ text, grid }) => `${grid.title}: ${text}`).join('; ');
  return { kind: 'cell', value, evidence, asOf: null, answers };
}
