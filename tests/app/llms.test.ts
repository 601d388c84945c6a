import { expect, test } from 'vitest';
import { GET as full } from '@/app/llms-full.txt/route';
import { GET as index } from '@/app/llms.txt/route';
import { database } from '@/db/client';
import { countCatalogue } from '@/db/queries/catalogue';
import { llmsFull, MOST_OUTLINED } from '@/lib/llms/full-text';
import { askDocument, HOST } from '@/tests/tools/ask-document';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const origin = `http://${HOST}`;

test('llms.txt follows llmstxt.org: a name, a quote, then headings with lists of links', async () => {
  const { text, header } = await askDocument(index, '/llms.txt', {});
  expect(header('content-type')).toBe('text/plain; charset=utf-8');
  const [name, blank, quote, ...rest] = text.split('\n');
  expect([name, blank]).toEqual(['# Packgrid', '']);
  expect(quote).toMatch(/^> .+186 packages in 5 categories.+31 grids/);
  const body = rest.slice(rest.findIndex((line) => line.startsWith('## ')));
  const odd = body.filter(
    (line) => !/^$|^## \S|^- \[(?:\\.|[^[\]\\])+\]\(http:\/\/[^\s()]+\)(: \S.*)?$/.test(line),
  );
  expect(odd).toEqual([]);
  expect(body.filter((line) => line.startsWith('## '))).toEqual([
    '## Comparisons',
    '## Categories',
    '## Data',
    '## Optional',
  ]);
  expect(text.match(/\/grids\/g\/[\w-]+\/table\.md/g)).toHaveLength(31);
});

test('llms-full.txt has every category, grid and package with its facts', async () => {
  const { text } = await askDocument(full, '/llms-full.txt', {});
  const counts = countCatalogue();
  const count = (part: string) => text.split(`${origin}${part}`).length - 1;
  expect(count('/packages/p/')).toBe(counts.packages);
  expect(count('/grids/g/')).toBe(counts.grids);
  expect(text.match(/^## /gm)).toHaveLength(1 + counts.categories);
  expect(text).toContain(`### Celery

Distributed Task Queue.
${origin}/packages/p/celery/

- In good health: 100 of 100
- Newest release 5.7.0, November 2026
- Last commit 8 August 2026
- 27,904 stars
- Licence BSD-3-Clause
`);
  // A figure over a year old has its date.
  expect(text).toMatch(/### django-socketio\n(?:(?!###)[^])*- 1,289 stars in May 2022/);
  expect(text).toContain('- Deprecated, replaced by django-private-chat2');
});

test('a text starts neither markup nor a new line', async () => {
  database()
    .$client.prepare(`update packages set title = ?, repo_description = ? where slug = 'huey'`)
    .run('A\n# [b](c) `d` *e*', 'One\n\n## two <script>');
  const { text } = await askDocument(full, '/llms-full.txt', {});
  expect(text).toContain('### A \\# \\[b\\](c) \\`d\\` \\*e\\*\n');
  expect(text).toContain('One \\#\\# two \\<script\\>\n');
});

test('says what is omitted from a catalogue that is too large', () => {
  const text = llmsFull({
    base: origin,
    counts: { packages: MOST_OUTLINED + 5, grids: 0, categories: 0 },
    grids: [],
    categories: [],
    packages: Array.from({ length: MOST_OUTLINED }, () => ({
      slug: 'x',
      title: 'X',
      description: '',
      categorySlug: 'apps',
      health: null,
      stars: null,
      starsAt: null,
      version: null,
      releasedAt: null,
      releasePrecision: 'day' as const,
      lastCommitAt: null,
      licence: null,
      djangoVersions: null,
      repoUrl: null,
      pypiName: null,
      isDeprecated: false,
      isArchived: false,
      replacement: null,
    })),
    members: [],
    clock: { now: 1_795_237_200_000_000, zone: 'UTC' },
  });
  expect(text).toContain('The 5 packages with the fewest stars are not listed here');
});
