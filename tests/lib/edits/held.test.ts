import { expect, test } from 'vitest';
import { describeHeldEdit, readHeldEdit } from '@/lib/edits/held';

/** A value as it comes out of a column of JSON. */
const asJson = (given: unknown): unknown => JSON.parse(JSON.stringify(given));

const stored = (write: string, given: unknown) => ({
  write,
  arguments: asJson(given),
});

test('a stored write is read as it was', () => {
  const wanted = {
    ...{ title: 'Acme', category: 'apps', description: '', pypi: null },
    ...{ repository: 'https://github.com/acme/acme', documentation: null },
  };
  const opened = { title: 'Old', description: 'was' };
  expect(readHeldEdit(stored('savePackage', { id: 5, wanted, opened }))).toEqual({
    ...{ write: 'savePackage', id: 5, wanted, opened },
  });
  const feature = { title: 'T', description: 'D', metric: null };
  expect(readHeldEdit(stored('addFeatures', { gridId: 1, wanted: [feature] }))).toEqual({
    ...{ write: 'addFeatures', gridId: 1, wanted: [feature] },
  });
});

test.each([
  ['unknown', {}],
  ['addGrid', null],
  ['addGrid', { wanted: { title: '' } }],
  ['saveCell', { ref: { gridId: 'x' }, wanted: {}, opened: {} }],
])('a stored write that is no valid %s is not read', (write, given) => {
  expect(readHeldEdit(stored(write, given))).toBeUndefined();
  expect(describeHeldEdit(undefined)).toEqual({ label: 'Unknown edit', fields: [] });
});

test('a package may be stored with a grid to join, or only with its documentation', () => {
  const wanted = { documentation: 'https://acme.example/' };
  expect(readHeldEdit(stored('savePackage', { id: 5, wanted, opened: {} }))).toEqual({
    ...{ write: 'savePackage', id: 5, wanted, opened: {} },
  });
  const pkg = {
    ...{ title: 'Acme', category: 'apps', description: '', pypi: null },
    ...{ repository: 'https://github.com/acme/acme', documentation: null },
  };
  const joining = { wanted: pkg, gridId: 7 };
  expect(readHeldEdit(stored('addPackage', joining))).toMatchObject({ gridId: 7 });
  const invalid = { ...pkg, title: '', documentation: 'https://acme.example/' };
  expect(
    readHeldEdit(stored('savePackage', { id: 5, wanted: invalid, opened: {} })),
  ).toBeUndefined();
});

test('a new grid is described with its features', () => {
  const features = [{ title: 'Retries', description: '', metric: null }];
  const held = readHeldEdit(
    stored('addGrid', {
      wanted: { title: 'Queues', description: 'Run later.' },
      parts: { packageIds: [1], features },
    }),
  );
  expect(describeHeldEdit(held).fields.map(({ after }) => after)).toEqual([
    ...['Queues', 'Run later.', 'Retries'],
  ]);
});

test('a waiting edit is described by the fields that it changes', () => {
  const held = readHeldEdit(
    stored('saveGrid', {
      id: 1,
      wanted: { title: 'Same', description: 'new' },
      opened: { title: 'Same', description: 'old', other: 5 },
    }),
  );
  expect(describeHeldEdit(held)).toEqual({
    label: 'Edit a grid',
    fields: [{ label: 'description', before: 'old', after: 'new' }],
  });
});
