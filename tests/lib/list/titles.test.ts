import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { compareTitles } from '@/lib/list/titles';

test.each([
  [['Émile', 'ézra', 'Éa', 'ä', 'Ä', 'Äb']],
  [['🦄 unicorn', 'ＡＢＣ wide', 'zebra']],
  [['İx', 'i̇x', 'iz', 'IX']],
  [['a', 'B', 'ab', 'A b', '', 'b']],
])('titles %j are sorted like SQLite does, ignoring case', (titles) => {
  const plain = new Sqlite(':memory:')
    .prepare('select value from json_each(?) order by value collate nocase, key')
    .pluck()
    .all(JSON.stringify(titles));
  expect(titles.toSorted(compareTitles)).toEqual(plain);
});
