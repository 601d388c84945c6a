import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { database } from '@/db/client';
import { findCell } from '@/db/queries/cells';
import { listCells, listFeatures } from '@/db/queries/comparison';
import { findGrid, findGridPackage } from '@/db/queries/grids';
import { listChanges, listRevisionsOf } from '@/db/queries/history';
import { findPackage } from '@/db/queries/packages';
import { findRecordFields } from '@/db/queries/record-fields';
import { changes, revisions } from '@/db/schema';
import { saveCell } from '@/db/writes/cells';
import { addFeatures, removeFeature, saveFeature } from '@/db/writes/features';
import { lockGrid, removeFromGrid } from '@/db/writes/grids';
import { revertChange } from '@/db/writes/revert';
import { linksFrom } from '@/lib/api/links';
import { now, MICROS_PER_DAY } from '@/lib/time';
import { gridLines } from '@/server/import-export/export/documents';
import { insertAccount } from '@/tests/tools/add-account';
import { applyText } from '@/tests/tools/apply-documents';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const gridId = findGrid('websockets')?.id ?? 0;
const featureIds = listFeatures(gridId).map(({ id }) => id);
const [first = 0, second = 0, third = 0] = featureIds;
const idOf = (slug: string) => findPackage(slug)?.package.id ?? 0;
const [daphne, channels] = [idOf('daphne'), idOf('channels')];
const ref = { gridId, featureId: first, packageId: daphne };

const by = (comment = '') => ({ accountId: 'tess', comment, now: now() });
const cell = (text: string) => ({ text, evidence: 'README.md:1', comment: 'Seen in 2026.' });
const fields = () => findRecordFields('grid', gridId);
const newest = () => listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0];
const setting = { links: linksFrom('http://localhost:3000'), zone: 'UTC' };

const document = z.looseObject({
  slug: z.string(),
  modified: z.string(),
  facts: z.looseObject({
    memberships: z.array(z.looseObject({ package: z.number() })),
    features: z.array(z.looseObject({ id: z.number(), title: z.string(), modified: z.string() })),
    cells: z.array(
      z.looseObject({
        feature: z.number(),
        package: z.number(),
        text: z.string(),
        evidence: z.string(),
        modified: z.string(),
      }),
    ),
  }),
});

/** The grid as an export, a dump or the API has it. */
function exported() {
  const all = [...gridLines(setting)].map((line) => document.parse(JSON.parse(line)));
  const found = all.find(({ slug }) => slug === 'websockets');
  if (!found) throw new Error('The grid is gone.');
  return found;
}

/** The texts of an export, without ids and times, which an import and its revert may change. */
const textsOf = ({ facts }: ReturnType<typeof exported>) =>
  facts.cells.map(({ feature, package: pkg, text, evidence, comment }) =>
    [feature, pkg, text, evidence, comment].join(' | '),
  );

/** As it was before any edit of these tests. */
const source = exported();

/** The source with another text in each of its cells, edited at a time. */
function sourceOf(text: string, modified: string) {
  const cells = source.facts.cells.map((it) => ({ ...it, text, modified }));
  return { ...source, facts: { ...source.facts, cells } };
}
const LONG_AGO = '2026-10-01T00:00:00Z';
const later = () => new Date((now() + MICROS_PER_DAY) / 1000).toISOString();
const importGrid = (it: object, prefer?: 'local' | 'remote', isPruning = false) =>
  applyText(JSON.stringify(it), prefer, isPruning ? ['grid'] : []);

beforeAll(() => {
  insertAccount('tess', 'admin');
});

beforeEach(() => {
  importGrid(source, 'remote', true);
  database().delete(revisions).run();
  database().delete(changes).run();
});

test('an import over local edits is a change, and reverting it restores them exactly', () => {
  saveCell(by(), ref, cell('mine'), {});
  saveFeature(by(), second, { title: 'Renamed here', description: 'x', metric: null }, {});
  addFeatures(by(), gridId, [{ title: 'Added here', description: '', metric: null }]);
  removeFromGrid(by(), gridId, channels);
  const [mine, myExport] = [fields(), exported()];

  importGrid(sourceOf('theirs', later()), 'remote');
  const imported = newest();
  expect(imported).toMatchObject({ source: 'import', account: null, comment: 'Import from text' });
  expect(findCell(ref)?.text).toBe('theirs');
  const [revision] = listRevisionsOf(imported?.id ?? 0);
  const name = `cell ${first} ${daphne}`;
  expect(revision?.before).toMatchObject({ [name]: cell('mine') });
  expect(revision?.after).toHaveProperty([name, 'text'], 'theirs');

  revertChange(by('Wrong source'), imported?.id ?? 0);
  expect(fields()).toEqual(mine);
  expect(textsOf(exported()).sort()).toEqual(textsOf(myExport).sort());
  const cells = listCells(gridId).map(({ text }) => text);
  expect(cells).toContain('mine');
  expect(cells).not.toContain('theirs');
});

describe('unless the source is preferred, an import keeps', () => {
  test('a cell that was edited here later, and takes the others', () => {
    saveCell(by(), ref, cell('mine'), {});
    const { problems } = importGrid(sourceOf('theirs', LONG_AGO));
    expect(findCell(ref)).toMatchObject(cell('mine'));
    const others = listCells(gridId).filter(({ text }) => text === 'theirs');
    expect(others).toHaveLength(source.facts.cells.length - 1);
    expect(problems).toEqual([
      {
        at: `grid ${gridId} "websockets"`,
        why: 'edited here later, so not changed: 1 cell',
        isSkipped: false,
      },
    ]);
  });

  test('what was removed here: a cell, a feature with its cells, a package with its cells', () => {
    saveCell(by(), ref, { text: '', evidence: '', comment: '' }, {});
    removeFeature(by(), third);
    removeFromGrid(by(), gridId, channels);
    const mine = fields();
    importGrid(source);
    expect(fields()).toEqual(mine);
    expect(findGridPackage(gridId, channels)).toBeUndefined();
    // A link that names the grid doesn’t bring it back either.
    importGrid({ ...source, facts: undefined });
    expect(fields()).toEqual(mine);
  });

  test('what was added here, even if it removes what the source lacks', () => {
    const [id = 0] = addFeatures(by(), gridId, [{ title: 'Added', description: '', metric: null }]);
    saveCell(by(), { ...ref, featureId: id }, cell('mine'), {});
    const mine = fields();
    importGrid(source, 'local', true);
    expect(fields()).toEqual(mine);
  });

  test('a lock', () => {
    lockGrid(by(), gridId, true);
    importGrid(sourceOf('theirs', LONG_AGO));
    expect(findGrid('websockets')?.isLocked).toBe(true);
    expect(findCell(ref)?.text).toBe('theirs');
  });

  test('a revert of the last import, until the source changes again', () => {
    const before = fields();
    importGrid(sourceOf('theirs', LONG_AGO));
    revertChange(by(), newest()?.id ?? 0);
    importGrid(sourceOf('theirs', LONG_AGO));
    expect(fields()).toEqual(before);
    importGrid(sourceOf('again', later()));
    expect(findCell(ref)?.text).toBe('again');
  });
});

test('a cell that the source edited later than it was edited here is replaced, and its history says so', () => {
  saveCell(by(), ref, cell('mine'), {});
  importGrid(sourceOf('theirs', later()));
  // The note of the local cell isn’t the source’s.
  expect(findCell(ref)).toMatchObject({ text: 'theirs', comment: '' });
  expect(newest()).toMatchObject({ source: 'import' });
});

test('a file of an older site, without notes and positions, leaves those here as they are', () => {
  saveCell(by(), ref, { ...cell('yes'), comment: 'A note' }, {});
  database().delete(revisions).run();
  const own = exported();
  const cells = own.facts.cells.map((it) => ({ ...it, comment: undefined, confirmed: undefined }));
  importGrid({ ...own, facts: { ...own.facts, cells } });
  expect(findCell(ref)?.comment).toBe('A note');
});
