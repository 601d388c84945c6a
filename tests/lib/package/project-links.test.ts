import { expect, test } from 'vitest';
import { projectLinks } from '@/lib/package/project-links';

const nothing = { repoUrl: null, documentationUrl: null, pypiName: null };
const hrefs = (project: Partial<typeof nothing> | Record<string, string>) =>
  projectLinks({ ...nothing, ...project }).map(({ href }) => href);

test('a project without known data has no links', () => {
  expect(hrefs({})).toEqual([]);
});

test.each([
  ['https://github.com/acme/rocket', '/releases', '/issues'],
  ['https://gitlab.com/acme/tools/rocket/', '/-/releases', '/-/issues'],
  ['https://codeberg.org/acme/rocket', '/releases', '/issues'],
])('%s has releases and issues', (repoUrl, releases, issues) => {
  const root = repoUrl.replace(/\/$/, '');
  expect(hrefs({ repoUrl })).toEqual([repoUrl, root + releases, root + issues]);
});

test.each([
  'https://bitbucket.org/acme/rocket',
  'https://git.example.org/acme/rocket',
  'https://github.com/acme',
  'https://github.com/acme/rocket?tab=readme',
  'https://github.com/acme/rocket#readme',
])('%s is linked without pages that may not exist', (repoUrl) => {
  expect(hrefs({ repoUrl })).toEqual([repoUrl]);
});

test('the ending .git is not part of the paths below a repository', () => {
  expect(hrefs({ repoUrl: 'https://github.com/acme/rocket.git' })[2]).toBe(
    'https://github.com/acme/rocket/issues',
  );
});

test('a URL that is no web address is not linked', () => {
  expect(hrefs({ repoUrl: 'javascript:alert(1)', documentationUrl: '' })).toEqual([]);
});

test('a PyPI project has its page, statistics and vulnerabilities, by normalized name', () => {
  expect(hrefs({ pypiName: 'Django_Rocket.Core' })).toEqual([
    'https://pypi.org/project/Django_Rocket.Core/',
    'https://pypistats.org/packages/django-rocket-core',
    'https://osv.dev/list?q=django-rocket-core&ecosystem=PyPI',
  ]);
});
