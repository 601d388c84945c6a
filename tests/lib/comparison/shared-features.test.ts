import { expect, test } from 'vitest';
import { hasFeature, type MetricGroup } from '@/lib/comparison/metric';
import { featureGroup } from '@/lib/comparison/features';
import { mergeSharedFeatures } from '@/lib/comparison/shared-features';
import { comparedPackage } from './compared-package';

type Cells = Record<number, string>;

/** A grid with features of these titles and cells by package. */
function section(title: string, firstId: number, features: Record<string, Cells>) {
  const titles = Object.keys(features);
  const rows = titles.map((name, index) => ({ id: firstId + index, title: name, description: '' }));
  const cells = rows.flatMap(({ id, title: name }) =>
    Object.entries(features[name] ?? {}).map(([packageId, text]) => ({
      ...{ featureId: id, packageId: Number(packageId), text },
      evidence: undefined,
    })),
  );
  return {
    grid: { title, href: `/grids/g/${title.toLowerCase()}/` },
    ...featureGroup(title, rows, cells),
  };
}

const outline = (groups: MetricGroup[]) =>
  groups.map(({ title, href, metrics }) => [title, href, metrics.map(({ key }) => key)]);

test('a feature of several grids appears once, before those of single grids', () => {
  const groups = mergeSharedFeatures([
    section('Chat', 1, { Python: {}, 'Admin module': {} }),
    section('Queues', 11, { Retries: {}, Python: {} }),
    section('Cron', 21, { python: {} }),
  ]);
  expect(outline(groups)).toEqual([
    ['In several grids: what can it do?', undefined, ['f1']],
    ['Chat: what can it do?', '/grids/g/chat/', ['f2']],
    ['Queues: what can it do?', '/grids/g/queues/', ['f11']],
  ]);
  expect(groups[0]?.metrics[0]).toMatchObject({
    aliases: ['f12', 'f21'],
    grids: [{ title: 'Chat' }, { title: 'Queues' }, { title: 'Cron' }],
  });
});

test.each([
  ['Async code', 'async code', true],
  ['Async code', 'Async-Code', true],
  ['Async  code?', 'Async code', true],
  ['Ａsync code', 'Async code', true],
  ['"REST" API', 'REST API', true],
  ['Größe', 'GRÖSSE', false],
  ['C', 'C++', false],
  ['C#', 'C', false],
  ['Python 2', 'Python 3', false],
  ['管理', '管理', true],
  ['♥', '♦', false],
  ['Python', 'Python versions', false],
])('%j and %j are one feature: %j', (first, second, isOne) => {
  const sections = [section('Chat', 1, { [first]: {} }), section('Cron', 11, { [second]: {} })];
  expect(mergeSharedFeatures(sections).length === 1).toBe(isOne);
});

test('two features of one grid with the same title stay separate', () => {
  const [chat, cron] = [section('Chat', 1, { Python: {}, 'python ': {} }), section('Cron', 11, {})];
  expect(outline(mergeSharedFeatures([chat, cron]))).toEqual([
    ['Chat: what can it do?', '/grids/g/chat/', ['f1', 'f2']],
  ]);
});

test.each([
  [undefined, undefined, null, undefined, false],
  ['+', undefined, '+', undefined, true],
  [undefined, 'no', 'no', undefined, false],
  ['+', 'yes', '+', undefined, true],
  ['Redis', 'Redis', 'Redis', undefined, true],
  ['+', '-', 'Chat: +; Cron: -', ['+', '-'], true],
  ['no', '-2', 'Chat: no; Cron: -2', ['no', '-2'], false],
  ['Redis', 'AMQP', 'Chat: Redis; Cron: AMQP', ['Redis', 'AMQP'], true],
])('%j in one grid and %j in another are %j', (first, second, value, answers, has) => {
  const cellsOf = (text: string | undefined): Cells => (text === undefined ? {} : { 5: text });
  const [group] = mergeSharedFeatures([
    section('Chat', 1, { Python: cellsOf(first) }),
    section('Cron', 11, { Python: cellsOf(second) }),
  ]);
  const merged = group?.metrics[0]?.read(comparedPackage(5));
  expect(merged).toMatchObject({ kind: 'cell', value });
  expect(
    merged && 'answers' in merged ? merged.answers.map(({ text }) => text) : undefined,
  ).toEqual(answers);
  expect(merged && hasFeature(merged)).toBe(has);
});
