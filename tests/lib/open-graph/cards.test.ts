import { expect, test } from 'vitest';
import { comparisonCard } from '@/lib/open-graph/comparison-card';
import { packageCard } from '@/lib/open-graph/package-card';
import { parseTime } from '@/lib/time';
import { comparedPackage } from '../comparison/compared-package';

const at = (text: string) => parseTime(text, 'UTC') ?? 0;
const clock = { now: at('2026-11-21T12:00:00Z'), zone: 'UTC' };

test.each([
  ['简单界面 Django 后台', 'Kept', 'simpleui', 'Kept'],
  ['Kept', '简单界面 Django 后台', 'Kept', ''],
  ['🚀 Rocket', 'For Django 🚀', 'Rocket', 'For Django'],
])(
  'a package named %j with the description %j is %j, %j in its image',
  (title, description, ...shown) => {
    const it = comparedPackage(1, { slug: 'simpleui', title, description });
    const card = packageCard(it, 'アプリ', clock);
    expect([card.title, card.text, card.kicker]).toEqual([...shown, 'Package']);
  },
);

test('a licence missing from the font is not called unknown', () => {
  const licence = (spdx: string | null) =>
    packageCard(comparedPackage(1, { licence: spdx }), 'App', clock).figures.at(-1)?.value;
  expect([licence(null), licence('MIT'), licence('木兰')]).toEqual(['unknown', 'MIT', 'other']);
});

test.each([
  [['2026-08-08'], 'Stars'],
  [['2022-05-04', '2022-05-26'], 'Stars, May 2022'],
  [['2022-05-04', '2022-09-26'], 'Stars, 2022'],
  [['2022-05-04', '2017-09-26', '2021-01-01'], 'Stars, 2017 to 2022'],
  [['2022-05-04', '2026-08-08'], 'Stars'],
])('stars of %j have the label %j', (days, head) => {
  const packages = days.map((day, index) =>
    comparedPackage(index, { stars: 1, starsAt: at(`${day}T12:00:00Z`) }),
  );
  const card = comparisonCard({ kicker: '', title: 'A', slug: 'a', text: '', packages }, clock);
  expect(card.table?.heads[1]).toBe(head);
});
