import { expect, test } from 'vitest';
import { packageDocument, timeText } from '@/lib/api/documents';
import { linksFrom } from '@/lib/api/links';

const setting = { links: linksFrom('http://test'), zone: 'America/New_York' };

const unknown = {
  id: 7,
  categoryId: 1,
  gridIds: [],
  title: 'Seven',
  slug: 'seven',
  lastCommitAt: null,
  lastFetchedAt: null,
  repoUrl: null,
  pypiVersion: null,
  createdAt: 1_700_000_000_000_001,
  modifiedAt: 1_700_000_000_000_000,
  repoForks: null,
  repoDescription: '',
  pypiUrl: '',
  documentationUrl: null,
  repoWatchers: null,
  commitsOver52: null,
  participants: [],
};

test('unknown values are 0, empty or null as in the reference', () => {
  expect(packageDocument(unknown, setting)).toEqual({
    category: 'http://test/api/v4/categories/1/',
    grids: [],
    id: 7,
    title: 'Seven',
    slug: 'seven',
    last_updated: null,
    last_fetched: null,
    repo_url: '',
    pypi_version: null,
    created: '2023-11-14T17:13:20.000001-05:00',
    modified: '2023-11-14T17:13:20-05:00',
    repo_forks: 0,
    repo_description: '',
    pypi_url: '',
    documentation_url: null,
    repo_watchers: 0,
    commits_over_52: [],
    participants: [],
  });
});

test('an empty documentation URL differs from none', () => {
  const document = packageDocument({ ...unknown, documentationUrl: '' }, setting);
  expect(document.documentation_url).toBe('');
});

test('a requested format is kept in links, escaped', () => {
  expect(linksFrom('http://test', { format: 'api' }).grid(3)).toBe(
    'http://test/api/v4/grids/3/?format=api',
  );
  expect(linksFrom('http://test', { format: '' }).packages()).toBe(
    'http://test/api/v4/packages/?format=',
  );
});

test('UTC is written as Z', () => {
  expect(timeText(1_700_000_000_000_000, 'UTC')).toBe('2023-11-14T22:13:20Z');
});
