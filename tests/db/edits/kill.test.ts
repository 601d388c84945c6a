import { spawn } from 'node:child_process';
import Sqlite from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { listChanges, listRevisionsOf } from '@/db/queries/history';
import { findRecordFields } from '@/db/queries/record-fields';
import { findGrid } from '@/db/queries/grids';
import { ROOT } from '@/lib/root';
import { insertAccount } from '@/tests/tools/add-account';
import { useShippedCatalogue } from '@/tests/tools/database';
import { bundleProgram } from '@/tests/tools/run-program';

useShippedCatalogue();

const WRITES = 200;

/** Makes random writes to a grid and its packages, and says on standard output when each begins and is acknowledged. */
const writer = await bundleProgram(`
  import { writeSync } from 'node:fs';
  import { listComparedPackages, listFeatures } from './db/queries/comparison';
  import { findGrid } from './db/queries/grids';
  import { listChanges } from './db/queries/history';
  import { saveCellTexts } from './db/writes/cell-texts';
  import { addFeatures, orderFeatures, removeFeature } from './db/writes/features';
  import { addGrid, addToGrid, removeFromGrid, saveGrid } from './db/writes/grids';
  import { mergeFeature } from './db/writes/merge';
  import { addPackage } from './db/writes/package-edits';
  import { revertChange } from './db/writes/revert';
  const gridId = findGrid('chat').id;
  const pick = (list) => list[Math.floor(Math.random() * list.length)];
  const feature = () => ({ title: 'F' + Math.random(), description: '', metric: null });
  const features = () => listFeatures(gridId).map((it) => it.id);
  const packages = () => listComparedPackages(gridId).map((it) => it.id);
  const writes = [
    (by) => saveCellTexts(by, gridId, features().slice(0, 5).flatMap((featureId) =>
      packages().map((packageId) => ({ featureId, packageId, text: by.comment, opened: '' })))),
    (by) => addFeatures(by, gridId, [feature(), feature()]),
    (by) => orderFeatures(by, gridId, features().sort(() => Math.random() - 0.5)),
    (by) => removeFeature(by, pick(features())),
    (by) => mergeFeature(by, ...features().slice(-2)),
    (by) => saveGrid(by, gridId, { title: by.comment, description: '' }, {}),
    (by) => addGrid(by, { title: by.comment, description: '' }, { packageIds: packages(), features: [feature()] }),
    (by) => addToGrid(by, gridId, 1, 2, 3, 4),
    (by) => removeFromGrid(by, gridId, pick(packages())),
    (by) => addPackage(by, { title: by.comment, category: 'apps', description: '', repository: null,
      pypi: 'x' + crypto.randomUUID(), documentation: null }),
    (by) => revertChange(by, pick(listChanges({ of: 'site' }, { limit: 3, offset: 0 })).id),
  ];
  for (let number = Number(process.env.FIRST); ; number += 1) {
    const by = { accountId: 'ada', comment: 'write ' + number, now: Date.now() * 1000 };
    writeSync(1, 'begin ' + number + '\\n');
    try {
      pick(writes)(by);
      // A write that changes nothing, such as adding a package that is there already, has no revision.
      const isNewest = listChanges({ of: 'site' }, { limit: 1, offset: 0 })[0]?.comment === by.comment;
      writeSync(1, (isNewest ? 'done ' : 'unchanged ') + number + '\\n');
    } catch (error) {
      if (!/Error$/.test(error.name) || error.name === 'SqliteError') throw error;
      writeSync(1, 'refused ' + number + '\\n');
    }
  }`);

/** Runs the writer until it has acknowledged some writes, and then kills it wherever it is. Returns what it said. */
async function runAndKill(first: number, acknowledgements: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-'], {
    cwd: ROOT,
    env: { ...process.env, FIRST: String(first) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(writer);
  let said = '';
  for await (const part of child.stdout) {
    said += String(part);
    if (said.split('done').length > acknowledgements) child.kill('SIGKILL');
  }
  return said.split('\n').slice(0, -1);
}

/** The state of a record after all revisions, or as it was at first if it has none. */
function replay(start: Record<string, unknown>, kind: string, id: number) {
  const state = new Map(Object.entries(start));
  for (const change of listChanges({ of: 'site' }, { limit: 10_000, offset: 0 }).toReversed()) {
    for (const { before, after, ...row } of listRevisionsOf(change.id)) {
      if (row.kind !== kind || row.recordId !== id) continue;
      for (const name of Object.keys({ ...before, ...after })) {
        if (after && name in after) state.set(name, after[name]);
        else state.delete(name);
      }
    }
  }
  return Object.fromEntries(state);
}

beforeAll(() => {
  insertAccount('ada', 'admin');
});

test(`kill -9 during ${WRITES} random writes: each is there as a whole or not at all, and no acknowledged one is lost`, async () => {
  const gridId = findGrid('chat')?.id ?? 0;
  const start = findRecordFields('grid', gridId) ?? {};
  let [next, kills] = [1, 0];
  const acknowledged: number[] = [];
  while (next <= WRITES) {
    const said = await runAndKill(next, 5 + ((next * 7) % 31));
    kills += 1;
    const numbersOf = (word: string) =>
      said.filter((line) => line.startsWith(word)).map((line) => Number(line.split(' ')[1]));
    acknowledged.push(...numbersOf('done'));
    next = Math.max(...numbersOf('begin')) + 1;

    const file = new Sqlite(process.env['DATABASE_PATH']);
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(file.pragma('foreign_key_check')).toEqual([]);
    file.close();
    // What the record is now is what its revisions say: no write is there in part.
    expect(findRecordFields('grid', gridId)).toEqual(replay(start, 'grid', gridId));
  }
  const comments = new Set(
    listChanges({ of: 'site' }, { limit: 10_000, offset: 0 }).map(({ comment }) => comment),
  );
  expect(acknowledged.filter((number) => !comments.has(`write ${number}`))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(WRITES / 3);
  expect(kills).toBeGreaterThan(3);
}, 240_000);
