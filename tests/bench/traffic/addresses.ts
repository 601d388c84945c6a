import { gunzipSync } from 'node:zlib';
import { CommandError } from '@/server/cli/command-error';
import { feedPaths } from '@/lib/feeds/links';
import { askFound } from '../front/answer';

/** Page sizes of lists, also in the API, and of lists by time. */
const LIST = 20;
const RANKING = 50;

interface Slugs {
  packages: string[];
  grids: string[];
  categories: string[];
}

/** Every URL of the sitemap, with all pages of lists, feeds and the API. */
export async function listAddresses(port: number): Promise<string[]> {
  const pages = await listSitemap(port);
  const slugs = {
    packages: slugsBelow('/packages/p/', pages),
    grids: slugsBelow('/grids/g/', pages),
    categories: slugsBelow('/categories/', pages),
  };
  return [...new Set([...pages, ...listPages(slugs), ...listFeeds(slugs), ...listApiPages(slugs)])];
}

async function listSitemap(port: number): Promise<string[]> {
  const paths: string[] = [];
  for (const map of await listLinks(port, '/sitemap.xml')) {
    paths.push(...(await listLinks(port, map)));
  }
  if (paths.length > 0) return paths;
  throw new CommandError('The sitemap names no page.');
}

async function listLinks(port: number, path: string): Promise<string[]> {
  const { body, encoding } = await askFound(port, path);
  const text = (encoding === 'gzip' ? gunzipSync(body) : body).toString();
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, link = '']) => new URL(link).pathname);
}

/** The slugs of the URLs in one folder, without deeper ones. */
function slugsBelow(folder: string, paths: string[]): string[] {
  return paths.flatMap((path) => {
    const [slug = '', ...rest] = path.startsWith(folder)
      ? path.slice(folder.length).split('/')
      : [];
    return slug !== '' && rest.length === 1 ? slug : [];
  });
}

/** The second and later pages of a list. */
function pagesOf(path: string, total: number, size: number): string[] {
  const pages = Math.ceil(total / size);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => `${path}?page=${index + 2}`);
}

function listPages({ packages, grids }: Slugs): string[] {
  return [
    ...pagesOf('/packages/', packages.length, LIST),
    ...pagesOf('/packages/latest/', packages.length, RANKING),
    ...grids.flatMap((slug) => [`/grids/g/${slug}/timesheet/`, `/grids/g/${slug}/packages/`]),
  ];
}

function listFeeds({ packages, grids, categories }: Slugs): string[] {
  const folders = [
    feedPaths.latestPackages,
    feedPaths.latestReleases,
    ...categories.map(feedPaths.category),
    ...grids.map(feedPaths.grid),
    ...packages.map(feedPaths.package),
  ];
  return folders.map((folder) => `${folder}rss/`);
}

function listApiPages({ packages, grids, categories }: Slugs): string[] {
  const list = (name: string, slugs: string[]) => [
    `/api/v4/${name}/`,
    ...slugs.map((slug) => `/api/v4/${name}/${slug}/`),
    ...partsOf(`/api/v4/${name}/`, slugs.length),
  ];
  return [
    '/api/v4/',
    ...list('packages', packages),
    ...list('grids', grids),
    ...list('categories', categories),
  ];
}

/** The second and later pages of an API list, by its links. */
function partsOf(path: string, total: number): string[] {
  const parts = Math.ceil(total / LIST);
  return Array.from(
    { length: Math.max(0, parts - 1) },
    (_, index) => `${path}?limit=${LIST}&offset=${(index + 1) * LIST}`,
  );
}
