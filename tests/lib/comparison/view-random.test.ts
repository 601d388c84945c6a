import { expect, test } from 'vitest';
import { listCells, listComparedPackages, listFeatures } from '@/db/queries/comparison';
import { metricGroups } from '@/lib/comparison/metrics';
import { comparisonQuery } from '@/lib/comparison/query';
import { compareInGrid } from '@/lib/comparison/source';
import { viewComparison } from '@/lib/comparison/view';
import { seeded } from '@/tests/bench/random';
import { useEmptyDatabase } from '@/tests/tools/database';
import { partOf } from '@/tests/tools/extent';
import { listDistinct, plainly, saveRanks, sortable, type State } from './plain-sql';
import { NOW, saveRandomGrid, searches } from './random-grid';

useEmptyDatabase();
saveRanks();

type RandomGrid = ReturnType<typeof makeGrid>;

const clock = { now: NOW, zone: 'America/New_York' };
const plain: State = {
  sort: '',
  pin: [],
  q: '',
  maintained: false,
  status: '',
  django: '',
  python: '',
  licence: '',
  has: [],
};
const columns = {
  status: 'y.development_status',
  django: "case s.product when 'django' then s.cycle end",
  python: "case s.product when 'python' then s.cycle end",
  licence: 'p.licence',
};
const always = { status: [], django: [], python: ['3'], licence: ['osi'] };
const filterKeys = ['status', 'django', 'python', 'licence'] as const;

/** A generated grid with everything that its comparison can show. */
function makeGrid(seed: number) {
  const chance = seeded(seed);
  const grid = saveRandomGrid(chance, seed);
  const packages = listComparedPackages(seed);
  const source = compareInGrid(packages, listFeatures(seed), listCells(seed));
  return { ...grid, chance, source };
}

function view({ source }: RandomGrid, state: State) {
  const query = comparisonQuery.parse({
    ...state,
    maintained: state.maintained ? '1' : '',
    has: state.has.map((id) => `f${id}`).join(','),
    pin: state.pin.join(','),
  });
  return viewComparison(source, query, clock);
}

const shown = (grid: RandomGrid, state: State) => view(grid, state).packages.map((it) => it.slug);

/** The possible values of a filter in a grid. */
const valuesOf = ({ gridId }: RandomGrid, key: (typeof filterKeys)[number]) => [
  ...new Set([...always[key], ...listDistinct(gridId, columns[key])]),
];

const sortsOf = ({ featureIds }: RandomGrid) =>
  ['title', ...sortable, ...featureIds.map((id) => `f${id}`)].flatMap((key) => [key, `-${key}`]);

function randomState(grid: RandomGrid): State {
  const { chance } = grid;
  const one = (values: string[], probability: number) =>
    values.length > 0 && chance.isLucky(probability) ? chance.pick(values) : '';
  const some = <Item>(items: Item[], most: number) =>
    chance.sample(items, Math.min(items.length, chance.whole(0, most, 2)));
  return {
    sort: one(sortsOf(grid), 0.9),
    pin: some(grid.packageIds, 3).map((id) => `package-${id}`),
    q: one(searches, 0.2),
    maintained: chance.isLucky(0.2),
    status: one(valuesOf(grid, 'status'), 0.2),
    django: one(valuesOf(grid, 'django'), 0.2),
    python: one(valuesOf(grid, 'python'), 0.25),
    licence: one(valuesOf(grid, 'licence'), 0.25),
    has: some(grid.featureIds, 2),
  };
}

const seeds = partOf(
  Array.from({ length: 30 }, (_, index) => index + 1),
  3,
);

test('every figure of a comparison can be sorted in plain SQL', () => {
  const keys = metricGroups.flatMap(({ metrics }) => metrics.map(({ key }) => key));
  expect(keys.sort()).toEqual(sortable.toSorted());
});

test.each(seeds)('seed %i: each sort and each filter alone equal plain SQL', (seed) => {
  const grid = makeGrid(seed);
  const alone: Partial<State>[] = [
    ...['', ...sortsOf(grid)].map((sort) => ({ sort })),
    ...filterKeys.flatMap((key) => valuesOf(grid, key).map((value) => ({ [key]: value }))),
    ...searches.map((q) => ({ q })),
    ...grid.featureIds.map((id) => ({ has: [id] })),
    { maintained: true },
  ];
  for (const part of alone) {
    const state = { ...plain, ...part };
    expect(shown(grid, state), JSON.stringify(part)).toEqual(plainly(grid.gridId, state));
  }
});

test.each(seeds)('seed %i: sorts, filters and pins together equal plain SQL', (seed) => {
  const grid = makeGrid(seed + 1000);
  for (let round = 0; round < 30; round++) {
    const state = randomState(grid);
    const { packages, total } = view(grid, state);
    const found = packages.map((it) => it.slug);
    expect(found, JSON.stringify(state)).toEqual(plainly(grid.gridId, state));
    expect(total).toBe(plainly(grid.gridId, plain).length);
  }
});

test.each(seeds)('seed %i: every filter is offered with the number of its matches', (seed) => {
  const grid = makeGrid(seed + 2000);
  const count = (state: State) => plainly(grid.gridId, state).length;
  for (let round = 0; round < 5; round++) {
    const state = randomState(grid);
    const { filters, maintained, features } = view(grid, state);
    const description = JSON.stringify(state);
    for (const { key, chosen, choices, count: without } of filters) {
      expect(choices.map((it) => it.value).sort(), description).toEqual(valuesOf(grid, key).sort());
      expect(chosen, description).toBe(state[key]);
      expect(without, `${description} without ${key}`).toBe(count({ ...state, [key]: '' }));
      for (const it of choices) {
        expect(it.count, `${description} ${key}=${it.value}`).toBe(
          count({ ...state, [key]: it.value }),
        );
      }
    }
    expect(maintained, description).toBe(count({ ...state, maintained: true }));
    expect(features.map((it) => it.value)).toEqual(grid.featureIds.map((id) => `f${id}`));
    grid.featureIds.forEach((id, index) => {
      const has = [...new Set([...state.has, id])];
      expect(features[index]?.count, `${description} has ${id}`).toBe(count({ ...state, has }));
      expect(features[index]?.isChosen).toBe(state.has.includes(id));
    });
  }
});
