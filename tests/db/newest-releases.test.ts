import { expect, test } from 'vitest';
import { findPackage } from '@/db/queries/packages';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

test.each([
  [
    'a version on PyPI, known to the month, before the tags of that month',
    'django-q2',
    '1.11.1',
    'month',
  ],
  ['the higher of two of one day', 'django-autocomplete-light', '5.0.0', 'day'],
  ['the higher of two of one day', 'shuup', '3.1.0', 'day'],
  ['a version on PyPI before tags that were never there', 'ralph', '2.3.1', 'month'],
  [
    'a version on PyPI before a tag that only looks higher',
    'django-tagging__maintained',
    '0.5.0',
    'day',
  ],
  ['a new line before a later fix for an old one', 'django-cms', '5.1.3', 'month'],
  ['of a package that is not on PyPI its highest tag', 'saleor', '3.23.28', 'day'],
])('the newest release is %s: %s', (_, slug, number, precision) => {
  const it = findPackage(slug)?.package;
  expect([it?.lastReleaseNumber, it?.lastReleasePrecision]).toEqual([number, precision]);
});
