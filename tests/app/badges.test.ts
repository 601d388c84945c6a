import { expect, test } from 'vitest';
import { GET } from '@/app/badges/[file]/route';
import { database } from '@/db/client';
import { badgeMarkups } from '@/lib/badges/markup';
import { askDocument } from '@/tests/tools/ask-document';
import { useShippedCatalogue } from '@/tests/tools/database';
import { sendAsServer } from '@/tests/tools/send-as-server';
import { childrenOf, onlyText, readXml, type XmlElement } from '@/tests/tools/xml-tree';

useShippedCatalogue();

async function readBadge(file: string, query = '') {
  const answer = await askDocument(GET, `/badges/${file}${query}`, { file });
  const root = answer.text === '' ? undefined : readXml(answer.text);
  return { ...answer, root, title: root && onlyText(root, 'title') };
}

test.each([
  ['celery', '', 'packgrid: listed'],
  ['celery', '?show=listed', 'packgrid: listed'],
  ['celery', '?show=nonsense', 'packgrid: listed'],
  ['celery', '?show=health', 'health: ● 100 of 100'],
  ['celery', '?show=version', 'version: 5.7.0'],
  ['celery', '?show=grids', 'compared in: 2 grids'],
  ['django-private-chat', '', 'packgrid: deprecated'],
  ['zulip', '?show=health', 'health: unknown'],
])('the badge of %s%s says %j, also to screen readers', async (slug, query, words) => {
  const { status, root, title, header } = await readBadge(`${slug}.svg`, query);
  expect(status).toBe(200);
  expect(header('content-type')).toBe('image/svg+xml');
  expect(header('cache-control')).toBe('public, max-age=3600');
  expect(title).toBe(words);
  expect(root?.attributes).toMatchObject({ role: 'img', 'aria-label': words });
});

function askBadgeOfVersion(version: string) {
  const slug = 'django-private-chat';
  database()
    .$client.prepare(
      'update packages set latest_version_id = null, last_release_number = ? where slug = ?',
    )
    .run(version, slug);
  return askDocument(GET, `/badges/${slug}.svg?show=version`, { file: `${slug}.svg` });
}

test.each(['no-such-package.svg', 'a<b>.svg', 'a.b.svg', '模板.svg', 'a\0.svg'])(
  'the badge %j says that the package is not listed, as an image that proxies display',
  async (file) => {
    const { status, title, header } = await readBadge(file);
    expect([status, title]).toEqual([200, 'packgrid: not listed']);
    expect(header('cache-control')).toBe('public, max-age=300');
  },
);

test.each(['celery.png', 'celery', '.svg', 'celery.svg.gz'])('%s is not a badge', async (file) => {
  const answer = await askDocument(GET, `/badges/${file}`, { file });
  expect([answer.status, answer.text]).toEqual([404, 'There is no such badge.\n']);
});

test.each([
  ['a NUL', '1.0\0', '1.0'],
  ['an escape sequence', '\x1b[31m2.0\x1b[0m', '[31m2.0[0m'],
  ['a bell and a form feed', '3\x07.\x0c1', '3.1'],
  ['a code point that is none', '5.0\uffff', '5.0'],
  ['markup', '<6>&"', '<6>&"'],
  ['a tab', '7\t0', '7 0'],
  ['control characters of C1', '8\x85', '8\x85'],
])('a badge is well-formed with %s in the version', async (_, version, shown) => {
  const { text } = await askBadgeOfVersion(version);
  const root = readXml(text);
  expect(root.attributes['aria-label']).toBe(`version: ${shown}`);
});

test('the badge of a former slug redirects to the current one', async () => {
  database().$client.exec(`insert into slug_redirects (kind, old_slug, package_id, created_at)
    select 'package', 'old-celery', id, 1795237200000000 from packages where slug = 'celery'`);
  const { status, header } = await readBadge('old-celery.svg', '?show=health');
  expect([status, header('location')]).toEqual([301, '/badges/celery.svg?show=health']);
});

test('a badge is not sent again to a client that has it', async () => {
  const path = '/badges/celery.svg';
  const send = async (headers: Record<string, string>) => {
    const params = Promise.resolve({ file: 'celery.svg' });
    const response = await GET(new Request(`http://ignored.test${path}`), { params });
    return sendAsServer(response, path, headers);
  };
  const { header } = await send({});
  const again = await send({ 'if-none-match': header('etag') ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
});

function allOf(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allOf(child, name),
  ]);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('a badge has the shape of the health mark', async () => {
  const db = database().$client;
  const shapeOf = async (health: number) => {
    db.prepare(`update packages set health = ? where slug = 'huey'`).run(health);
    return (await readBadge('huey.svg', '?show=health')).title;
  };
  expect(await shapeOf(90)).toBe('health: ● 90 of 100');
  expect(await shapeOf(45)).toBe('health: ◐ 45 of 100');
  expect(await shapeOf(10)).toBe('health: ○ 10 of 100');
});

test('the text of a badge has enough contrast with every colour', async () => {
  const db = database().$client;
  const seen = new Set<string>();
  for (const health of [null, 10, 45, 70, 95]) {
    db.prepare(`update packages set health = ? where slug = 'huey'`).run(health);
    const { root } = await readBadge('huey.svg', '?show=health');
    if (!root) throw new Error('no badge');
    const colour = allOf(root, 'rect').map((it) => it.attributes['fill'] ?? '')[2] ?? '';
    expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    seen.add(colour);
    expect(childrenOf(root, 'g').map((it) => it.attributes['fill'])).toContain('#fff');
    expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThan(4.5);
  }
  // Unknown, poor, weak, and two levels of good with one colour.
  expect(seen.size).toBe(4);
});

test('offers the badge as Markdown, reStructuredText and HTML', () => {
  const [markdown, rst, html] = badgeMarkups('https://a.test', {
    slug: 'x',
    title: 'X [a] "b" <c>',
  });
  expect(markdown?.text).toBe(
    '[![X \\[a\\] "b" \\<c\\> on Packgrid](https://a.test/badges/x.svg)](https://a.test/packages/p/x/)',
  );
  expect(rst?.text).toBe(
    '.. image:: https://a.test/badges/x.svg\n   :target: https://a.test/packages/p/x/\n   :alt: X [a] "b" <c> on Packgrid',
  );
  const link = readXml(html?.text.replace(/(<img[^>]*)>/, '$1/>') ?? '');
  expect(link.attributes).toEqual({ href: 'https://a.test/packages/p/x/' });
  expect(childrenOf(link, 'img')[0]?.attributes).toEqual({
    src: 'https://a.test/badges/x.svg',
    alt: 'X [a] "b" <c> on Packgrid',
  });
});
