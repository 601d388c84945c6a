import { afterAll, expect, test } from 'vitest';
import { recentCycles } from '@/lib/package/cycles';
import { readCycles } from '@/server/collectors/endoflife';
import { errorOf, factsOf, startAsking } from '@/tests/tools/hosts/asking';
import { startEndoflifeHost } from '@/tests/tools/hosts/endoflife-host';
import { readPayloads } from '@/tests/tools/hosts/package-hosts';

const payloads = readPayloads('endoflife');
let answer = (product: string): unknown => payloads.get(product);
const host = await startEndoflifeHost((product) => answer(product));
afterAll(() => {
  host.close();
});

const ask = (product: string) => readCycles(startAsking(), host.url, product);
const read = async (product: string) => factsOf(await ask(product));

test('reads the cycles of a product, lowest version first', async () => {
  expect(await read('fernweb')).toEqual([
    { cycle: '4.2', releasedAt: '2023-04-03', endOfLife: '2026-04-07', isLts: true },
    { cycle: '5.2', releasedAt: '2025-04-02', endOfLife: '2028-04-30', isLts: true },
    { cycle: '6.0', releasedAt: '2025-12-03', endOfLife: '2027-04-30', isLts: false },
  ]);
});

test('an end of life may be a flag instead of a day', async () => {
  expect(await read('evergreen')).toMatchObject([
    { cycle: '1', endOfLife: null, isEnded: true },
    { cycle: '2', endOfLife: null, isEnded: false },
  ]);
});

test.each([
  ['serpentine', ['3.9', '3.10', '3.11']],
  ['whole', ['9', '12']],
  ['words', ['stable', '2.0']],
])('%s has the cycles %j', async (product, cycles) => {
  expect((await read(product)).map(({ cycle }) => cycle)).toEqual(cycles);
});

test.each([
  ['nodal', [false, true]],
  ['untold', [false, false]],
  ['extended', [true]],
  ['codenames', [true]],
])('long-term support is a flag, a day, or missing: %s', async (product, flags) => {
  expect((await read(product)).map(({ isLts }) => isLts)).toEqual(flags);
});

test('a cycle may be of the future', async () => {
  expect(await read('coming')).toMatchObject([{ cycle: '9.0', releasedAt: '2099-01-01' }]);
});

test.each(['none', 'undated', 'no-such-day', 'fraction', 'null-end'])(
  'the payload %s is invalid',
  async (product) => {
    expect(await errorOf(ask(product))).toMatchObject({ kind: 'invalid' });
  },
);

test('the shipped cycles of Django and Python are what the host would say', async () => {
  answer = (product) =>
    (product === 'django' ? recentCycles.django : recentCycles.python).map(
      ({ cycle, releasedAt, endOfLife, isLts }) => ({
        cycle,
        releaseDate: releasedAt,
        eol: endOfLife,
        lts: isLts,
      }),
    );
  expect(await read('django')).toEqual(recentCycles.django);
  expect(await read('python')).toEqual(recentCycles.python);
  answer = (product) => payloads.get(product);
});
