import { expect, test } from 'vitest';
import { listAddress } from '@/app/(read)/page-metadata';

test.each([
  [{}, '/packages/'],
  [{ page: '3' }, '/packages/?page=3'],
  [{ page: '1' }, '/packages/'],
  [{ page: 'x' }, '/packages/'],
  [{ page: '3', sort: 'title' }, '/packages/'],
  [{ django: '5.2' }, '/packages/'],
  [{ page: ['2', '4'] }, '/packages/?page=4'],
  [{ utm_source: 'x' }, '/packages/'],
])('a list with the query %j has the URL %s', (query, address) => {
  expect(listAddress('/packages/', query)).toBe(address);
});
