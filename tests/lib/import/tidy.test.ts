import { expect, test } from 'vitest';
import { documentOf } from '@/lib/import/incoming';
import { checkDocuments } from '@/server/import-export/import/stage';
import { tidyDocument } from '@/lib/import/tidy';
import { category, grid, plainPackage, release, withFacts } from '@/tests/tools/v4-documents';

/** A staged package, and the problems reported. */
function stage(document: object) {
  const { documents, problems } = checkDocuments([document], 'here');
  const [staged] = documents;
  const raw: unknown = JSON.parse(staged?.document ?? '{}');
  return { staged: documentOf.package.parse(raw), raw, problems };
}

test.each([
  ['https://user:token@github.com/acme/acme', 'https://github.com/acme/acme'],
  ['https://token@github.com/acme/acme', 'https://github.com/acme/acme'],
  ['https://:token@github.com/acme/acme', 'https://github.com/acme/acme'],
  ['https://us%40er:to@ken@github.com/acme/acme', 'https://github.com/acme/acme'],
  ['https://github.com/acme/acme', 'https://github.com/acme/acme'],
  ['https://github.com/acme/acme?by=a@b', 'https://github.com/acme/acme?by=a@b'],
])('the repository %j becomes %j', (repoUrl, kept) => {
  const { staged, raw, problems } = stage({ ...plainPackage, repo_url: repoUrl });
  expect(staged.columns.repoUrl).toBe(kept);
  expect(JSON.stringify(raw)).not.toMatch(/token|to@ken/);
  expect(problems.map(({ why }) => why)).toEqual(
    kept === repoUrl ? [] : ['repo_url: credentials removed'],
  );
});

test('removes credentials from every URL of a package', () => {
  const address = 'https://user:token@example.org/x';
  const document = withFacts(
    { documentation_url: address, pypi_url: 'https://user:token@pypi.org/project/acme/' },
    {
      deprecated: true,
      replacement_url: address,
      status_source: address,
      examples: [
        {
          id: 1,
          title: 'Site',
          url: address,
          created: plainPackage.created,
          modified: plainPackage.created,
        },
      ],
    },
  );
  const { staged, raw, problems } = stage(document);
  expect(JSON.stringify(raw)).not.toContain('token');
  expect(staged.columns).toMatchObject({
    documentationUrl: 'https://example.org/x',
    replacementUrl: 'https://example.org/x',
    pypiUrl: 'https://pypi.org/project/acme/',
  });
  expect(problems).toHaveLength(5);
  expect(problems.every(({ isSkipped }) => !isSkipped)).toBe(true);
});

test.each([
  ['http://pypi.python.org/pypi/django-q', 'django-q'],
  ['https://pypi.org/project/acme/', 'acme'],
  ['acme', 'acme'],
  ['', null],
])('a package whose pypi_url is %j has the PyPI name %j', (pypiUrl, name) => {
  const { staged, problems } = stage({ ...plainPackage, pypi_url: pypiUrl });
  expect(staged.columns.pypiName).toBe(name);
  expect(problems).toEqual([]);
});

test.each(['a/b', 'acme; rm -rf /', 'https://github.com/acme/acme'])(
  'a package whose pypi_url is %j has no PyPI name, and that is reported',
  (pypiUrl) => {
    const { staged, problems } = stage({ ...plainPackage, pypi_url: pypiUrl });
    expect(staged.columns).toMatchObject({ pypiName: null, pypiUrl });
    expect(problems).toEqual([
      {
        at: 'package 9001 "acme"',
        why: `pypi_url: ${JSON.stringify(pypiUrl)} is not the URL of a PyPI project`,
        isSkipped: false,
      },
    ]);
  },
);

test('a given PyPI name takes precedence over a derived one', () => {
  const url = { pypi_url: 'https://pypi.org/project/acme/' };
  expect(stage(withFacts(url, { pypi_name: 'other' })).staged.columns.pypiName).toBe('other');
  expect(stage(withFacts(url, { pypi_name: null })).staged.columns.pypiName).toBeNull();
  const bad = stage(withFacts(url, { pypi_name: '--index-url=x' }));
  expect(bad.staged.columns.pypiName).toBeNull();
  expect(bad.problems[0]?.why).toBe('facts.pypi_name: "--index-url=x" is not a valid PyPI name');
});

test('participants are trimmed, unique and not overlong', () => {
  const names = [' wile ', '', 'road', 'wile', '  ', 'x'.repeat(256), 'Ann Other'];
  const { staged, problems } = stage({ ...plainPackage, participants: names });
  expect(staged.columns.participants).toEqual(['wile', 'road', 'Ann Other']);
  expect(problems.map(({ why }) => why)).toEqual([
    'participants: 1 name of over 255 characters removed',
  ]);
});

const many = (size: number) => Array.from({ length: size }, (_, index) => index);

test('keeps the first thousand of too many participants', () => {
  const names = many(1500).map((index) => `user${index}`);
  const { staged, problems } = stage({ ...plainPackage, participants: names });
  expect(staged.columns.participants).toEqual(names.slice(0, 1000));
  expect(problems.map(({ why }) => why)).toEqual([
    'participants: has 1,500 entries; only the first 1,000 are kept',
  ]);
});

test('keeps the newest of too many releases, in their order', () => {
  const day = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString();
  const releases = many(20_000).map((index) => release(index + 1, `1.${index}`, day(index)));
  const undated = release(30_000, 'undated', null);
  const { staged, problems } = stage(withFacts({}, { releases: [undated, ...releases] }));
  const kept = staged.whole?.versions.map(({ number }) => number);
  expect(kept).toHaveLength(5000);
  expect([kept?.[0], kept?.at(-1)]).toEqual(['1.15000', '1.19999']);
  expect(problems.map(({ why }) => why)).toEqual([
    'facts.releases: has 20,001 entries; only the newest 5,000 are kept',
  ]);
});

test('truncates a description at a whole character', () => {
  const { staged } = stage({ ...plainPackage, repo_description: `${'x'.repeat(4999)}🚀!` });
  expect(staged.columns.repoDescription).toBe('x'.repeat(4999));
});

test('a tidy document is unchanged', () => {
  const document = withFacts({}, {});
  expect(tidyDocument('package', document)).toEqual({ document, notes: [] });
});

test.each([
  [
    'features',
    {
      features: many(1001).map(
        (index) => grid.facts.features.map((it) => ({ ...it, id: index + 1 }))[0],
      ),
    },
  ],
  [
    'memberships',
    {
      memberships: many(10_001).map((index) => ({
        id: index + 1,
        package: index + 1,
        created: grid.created,
      })),
    },
  ],
])('skips a grid with too many %s', (field, facts) => {
  const { documents, problems } = checkDocuments(
    [{ ...grid, facts: { ...grid.facts, ...facts } }],
    'here',
  );
  expect(documents).toEqual([]);
  expect(problems[0]?.why).toMatch(new RegExp(`^facts\\.${field}: `));
  expect(problems[0]?.isSkipped).toBe(true);
});

test('skips a deeply nested document', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
  const { documents, problems } = checkDocuments([{ ...plainPackage, extra: deep }], 'here');
  expect(documents).toEqual([]);
  expect(problems).toEqual([
    { at: 'package 9001 "acme"', why: 'is nested too deeply', isSkipped: true },
  ]);
});

test('a category and a grid have their own bounds', () => {
  const long = tidyDocument('category', { ...category, description: 'x'.repeat(6000) });
  expect(long.document['description']).toHaveLength(5000);
  expect(tidyDocument('grid', grid)).toEqual({ document: grid, notes: [] });
});

test.each([
  ['grids of a grid', { ...grid, packages: many(200_001) }],
  ['weeks', { ...plainPackage, commits_over_52: many(200_001) }],
  ['unknown things', { ...plainPackage, extra: many(200_001) }],
  ['cells', { ...grid, facts: { ...grid.facts, cells: many(200_001) } }],
])('skips a document with too many %s without checking each', (_, document) => {
  const { documents, problems } = checkDocuments([document], 'here');
  expect(documents).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.why).toBe('has a list of over 200000 entries');
});

test('the report truncates the slug of a record', () => {
  const { problems } = checkDocuments([{ ...plainPackage, slug: 'x'.repeat(100_000) }], 'here');
  expect(problems[0]?.at).toHaveLength('package 9001 ""'.length + 60);
});
