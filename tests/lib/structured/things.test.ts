import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  breadcrumbList,
  packageList,
  sourceCode,
  toJsonLd,
  website,
} from '@/lib/structured/things';

const written = z.object({ '@graph': z.array(z.record(z.string(), z.unknown())) });

const base = 'https://a.test';

const celery = {
  slug: 'celery',
  title: 'Celery',
  repoDescription: 'Distributed Task Queue.',
  repoUrl: 'https://github.com/celery/celery',
  documentationUrl: 'https://docs.celeryq.dev/',
  pypiName: 'celery',
  licence: 'BSD-3-Clause',
  lastCommitAt: 1_786_200_000_000_000,
};

const unknown = {
  ...celery,
  repoDescription: '',
  repoUrl: 'javascript:alert(1)',
  documentationUrl: 'javascript:alert(1)',
  pypiName: null,
  licence: null,
  lastCommitAt: null,
};

test('a package is SoftwareSourceCode with repository, licence and version', () => {
  const grids = [{ slug: 'tasks', title: 'Tasks' }];
  expect(sourceCode(base, celery, '5.7.0', grids)).toEqual({
    '@type': 'SoftwareSourceCode',
    '@id': 'https://a.test/packages/p/celery/#package',
    name: 'Celery',
    description: 'Distributed Task Queue.',
    url: 'https://a.test/packages/p/celery/',
    image: 'https://a.test/packages/p/celery/opengraph.png',
    codeRepository: 'https://github.com/celery/celery',
    programmingLanguage: 'Python',
    runtimePlatform: 'Django',
    license: 'https://spdx.org/licenses/BSD-3-Clause.html',
    version: '5.7.0',
    dateModified: '2026-08-08',
    keywords: 'Tasks',
    sameAs: ['https://pypi.org/project/celery/', 'https://docs.celeryq.dev/'],
  });
});

test('omits unknown values and URLs that are not http', () => {
  const { '@graph': graph } = written.parse(
    JSON.parse(toJsonLd([sourceCode(base, unknown, undefined, [])])),
  );
  expect(Object.keys(graph[0] ?? {}).sort()).toEqual(
    ['@id', '@type', 'image', 'name', 'programmingLanguage', 'runtimePlatform', 'url'].sort(),
  );
});

test('breadcrumbs end with the page itself', () => {
  const trail = [{ href: '/grids/', label: 'Grids' }];
  expect(breadcrumbList(base, trail, 'Chat')).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Grids', item: 'https://a.test/grids/' },
      { '@type': 'ListItem', position: 2, name: 'Chat' },
    ],
  });
});

test('a list has its packages in order and their total number', () => {
  expect(packageList(base, 'Chat', [celery], 20)).toMatchObject({
    numberOfItems: 20,
    itemListElement: [{ position: 1, name: 'Celery', url: 'https://a.test/packages/p/celery/' }],
  });
});

test('the site declares its search', () => {
  expect(website(base)).toMatchObject({
    url: 'https://a.test/',
    potentialAction: { target: { urlTemplate: 'https://a.test/search/?q={search_term_string}' } },
  });
});

test('no text can end the element or start a comment', () => {
  const hostile = '</script><script>alert(1)</script><!-- ]]> \u2028 "';
  const text = toJsonLd([{ '@type': 'WebSite', name: hostile }]);
  expect(text).not.toMatch(/[<>]/);
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'WebSite', name: hostile }],
  });
});
