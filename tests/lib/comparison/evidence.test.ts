import { expect, test } from 'vitest';
import { evidenceAddress } from '@/lib/comparison/evidence';

const at = (evidence: string, repository: string | null = 'https://github.com/acme/rocket') =>
  evidenceAddress(repository, 'abc123', evidence);

test('a file and line have a URL at the commit', () => {
  expect(at('rocket/fly.py:14')).toBe(
    'https://github.com/acme/rocket/blob/abc123/rocket/fly.py#L14',
  );
  expect(at('LICENSE')).toBe('https://github.com/acme/rocket/blob/abc123/LICENSE');
  expect(at('setup.py:3', 'https://bitbucket.org/acme/rocket')).toBe(
    'https://bitbucket.org/acme/rocket/src/abc123/setup.py#lines-3',
  );
});

test.each([
  'paths',
  'classifiers',
  'source',
  '',
  '../secret.py:1',
  'javascript:alert(1)',
  '//x.y/z',
])('%j is not a file of the repository', (evidence) => {
  expect(at(evidence)).toBeUndefined();
});

test('there is no URL without a repository on a known host', () => {
  expect(at('setup.py:3', null)).toBeUndefined();
  expect(at('setup.py:3', 'https://example.org/acme/rocket')).toBeUndefined();
  expect(evidenceAddress('https://github.com/acme/rocket', null, 'setup.py:3')).toBeUndefined();
});
