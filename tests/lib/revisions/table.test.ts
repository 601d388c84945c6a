import { describe, expect, test } from 'vitest';
import { compareTables, countChangedCells, onlyChanged } from '@/lib/revisions/table';

const names = {
  package: new Map([
    [1, 'Celery'],
    [2, 'Huey'],
  ]),
  feature: new Map([[7, 'Redis']]),
};
const cell = (text: string, evidence = '') => ({ text, evidence, comment: '' });
const feature = (title: string, more = {}) => ({ title, description: '', metric: null, ...more });

const before = {
  title: 'Queues',
  'package 1': true,
  'feature 7': feature('Redis'),
  'feature 8': feature('Old'),
  'cell 7 1': cell('yes'),
  'cell 8 1': cell('no'),
};
const after = {
  title: 'Queues',
  'package 1': true,
  'package 2': true,
  'feature 7': feature('Redis broker'),
  'position 7': 2,
  'feature 9': feature('New'),
  'position 9': 1,
  'cell 7 1': cell('yes', 'README.md:3'),
  'cell 7 2': cell('no'),
};

describe('two states of a grid', () => {
  const table = compareTables(before, after, names);

  test('have each package and feature of either, with what happened to it', () => {
    expect(table.columns.map(({ after: title, fate }) => [title, fate])).toEqual([
      ['Celery', 'same'],
      ['Huey', 'added'],
    ]);
    expect(table.rows.map((row) => [row.before, row.after, row.fate])).toEqual([
      ['Old', 'Old', 'removed'],
      ['New', 'New', 'added'],
      ['Redis', 'Redis broker', 'changed'],
    ]);
  });

  test('have their cells, with evidence', () => {
    const [old, fresh, redis] = table.rows;
    expect(old?.cells.map(({ fate }) => fate)).toEqual(['removed', 'same']);
    expect(fresh?.cells.map(({ fate }) => fate)).toEqual(['same', 'same']);
    expect(redis?.cells).toEqual([
      {
        fate: 'changed',
        before: { text: 'yes', notes: [] },
        after: { text: 'yes', notes: ['README.md:3'] },
      },
      { fate: 'added', before: { text: '', notes: [] }, after: { text: 'no', notes: [] } },
    ]);
    expect(countChangedCells(table)).toBe(3);
  });

  test('of which only what changed is left, in rows and in columns', () => {
    const later = { ...before, 'package 2': true, 'cell 7 1': cell('no') };
    const changed = onlyChanged(compareTables({ ...before, 'package 2': true }, later, names));
    expect(changed.columns.map(({ id }) => id)).toEqual([1]);
    expect(changed.rows.map(({ id }) => id)).toEqual([7]);
    expect(onlyChanged(compareTables(before, before, names))).toEqual({ columns: [], rows: [] });
  });
});

test('a revision has titles of its own or those of today', () => {
  const { columns, rows } = compareTables(
    { 'cell 7 1': cell('yes'), 'cell 8 3': cell('x') },
    { 'cell 7 1': cell('no') },
    names,
  );
  expect(columns.map((it) => it.after)).toEqual(['Celery', 'a removed package']);
  expect(rows.map((it) => it.after)).toEqual(['Redis', 'a removed feature']);
});
