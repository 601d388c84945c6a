import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { findAndCount, findHits, listHits, tallyPackages } from '@/db/queries/search';
import { facets, type FacetChoice } from '@/lib/facets/facets';
import { documentOfNumber } from '@/lib/search/document-number';
import { listPackageNumbers } from '@/lib/search/engine';
import { readQuery } from '@/lib/search/query';
import { parseTime } from '@/lib/time';
import { loadCatalogue, SHIPPED_CATALOGUE } from '@/server/import-export/import/load-catalogue';
import { generateCatalogue } from '@/tests/bench/generate';
import { seeded, type Chance } from '@/tests/bench/random';
import { countBySql, listFacetValues, listIdsBySql } from '@/tests/tools/count-facets';
import { useEmptyDatabase } from '@/tests/tools/database';
import { isWhole } from '@/tests/tools/extent';

useEmptyDatabase();

const NOW = parseTime('2026-11-21T12:00:00Z', 'UTC') ?? 0;
const ROUNDS = isWhole ? 40 : 15;

const searches = ['', '', '', 'admin', 'task queue', 'django', 'admin django:4.2', 'grid:forms'];

const idsOf = (numbers: number[]) =>
  numbers.map((number) => documentOfNumber(number).id).sort((a, b) => a - b);

/** Up to three values that some packages have; any two of them may match nothing together. */
function randomChoice(chance: Chance): FacetChoice {
  const keys = chance.sample(facets, chance.whole(0, 3)).map(({ key }) => key);
  return Object.fromEntries(keys.map((key) => [key, chance.pick(listFacetValues(key))]));
}

describe.each(['shipped', 'generated'])('on the %s catalogue', (name) => {
  beforeAll(() => {
    const path = join(inject('databaseFolder'), 'facets.ndjson');
    writeFileSync(path, generateCatalogue({ packages: 700, grids: 60 }).text);
    loadCatalogue(name === 'shipped' ? SHIPPED_CATALOGUE : path);
  }, 60_000);

  test(`${ROUNDS} random filters match and count the same as plain SQL`, () => {
    const chance = seeded(name.length);
    for (let round = 0; round < ROUNDS; round += 1) {
      const query = readQuery(chance.pick(searches));
      const choice = randomChoice(chance);
      const isActiveOnly = chance.isLucky(0.5);
      const all = findAndCount(query, { choice: {}, isActiveOnly, now: NOW });
      const found = findAndCount(query, { choice, isActiveOnly, now: NOW });
      const scope = `id in (${idsOf(listPackageNumbers(all)).join(', ')})`;

      const description = JSON.stringify({ query, choice });
      expect(idsOf(listPackageNumbers(found)), description).toEqual(
        listIdsBySql(choice, scope, NOW),
      );
      expect(found.counts.package, description).toBe(listPackageNumbers(found).length);
      if (query.isBlank) {
        const plain = tallyPackages({ choice, isActiveOnly, now: NOW });
        expect(plain.numbers, description).toEqual(idsOf(listPackageNumbers(found)));
        expect(plain.counts, description).toEqual(found.tally.counts);
        expect(plain.size, description).toBe(found.tally.size);
      }
      for (const { key } of facets) {
        const counts = new Map([...(found.tally.counts.get(key) ?? [])].sort());
        const expected = new Map([...countBySql(key, choice, scope, NOW)].sort());
        expect(counts, `${description} ${key}`).toEqual(expected);
      }
    }
  }, 60_000);

  test('without search or filters there are all packages, or all active ones', () => {
    for (const [isActiveOnly, condition] of [
      [true, 'is_active'],
      [false, 'true'],
    ] as const) {
      const found = findAndCount(readQuery(''), { choice: {}, isActiveOnly, now: NOW });
      expect(idsOf(listPackageNumbers(found))).toEqual(listIdsBySql({}, condition, NOW));
      expect(found.counts.grid).toBe(0);
    }
  });

  test('a search without filters returns the same results with and without counts', () => {
    for (const text of ['admin', 'task queue', 'djang', 'forms -admin', '"rest framework"']) {
      const plain = findHits(readQuery(text));
      const counted = findAndCount(readQuery(text), { choice: {}, isActiveOnly: false, now: NOW });
      const namesOf = (found: typeof plain) =>
        listHits(found, { offset: 0, limit: 100 }).map(({ kind, slug }) => `${kind} ${slug}`);
      expect(namesOf(counted), text).toEqual(namesOf(plain));
    }
  });
});
