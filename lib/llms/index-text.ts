import { countOf } from '@/lib/text/wording';
import { llmsHead } from './head';
import { linkLine, plain, section } from './markdown';

interface Titled {
  slug: string;
  title: string;
  description: string;
}

export interface LlmsIndex {
  base: string;
  counts: { packages: number; grids: number; categories: number };
  grids: (Titled & { packageCount: number })[];
  categories: (Titled & { plural: string; packageCount: number })[];
}

/** llms.txt as specified by llmstxt.org: what an agent should know about the site, with links to the rest. */
export function llmsIndex({ base, counts, grids, categories }: LlmsIndex): string {
  return [
    llmsHead(counts),
    section('Comparisons', grids.map((it) => gridLine(base, it)).join('')),
    section('Categories', categories.map((it) => categoryLine(base, it)).join('')),
    section('Data', dataLines(base)),
    section('Optional', optionalLines(base)),
  ].join('');
}

function gridLine(
  base: string,
  { slug, title, description, packageCount }: LlmsIndex['grids'][number],
) {
  const note = [plain(description), countOf(packageCount, 'package')].filter((it) => it !== '');
  return linkLine(title, `${base}/grids/g/${slug}/table.md`, note.join(' '));
}

function categoryLine(base: string, category: LlmsIndex['categories'][number]) {
  const note = [plain(category.description), countOf(category.packageCount, 'active package')];
  return linkLine(
    category.plural || category.title,
    `${base}/categories/${category.slug}/`,
    note.join(' ').trim(),
  );
}

function dataLines(base: string): string {
  return [
    linkLine(
      'Full catalogue as Markdown',
      `${base}/llms-full.txt`,
      'every grid and package with its facts',
    ),
    linkLine(
      'JSON API',
      `${base}/api/v4/`,
      'packages, grids, categories and search; no key needed',
    ),
    linkLine('OpenAPI document', `${base}/api/v4/openapi.json`, 'describes the API'),
    linkLine(
      'Search',
      `${base}/search/?q=task+queue`,
      'packages and grids, with filters such as `python:3.13`',
    ),
    linkLine(
      'Compare packages',
      `${base}/compare/celery,huey/table.md`,
      'with 2 to 50 comma-separated slugs; also table.json and table.csv',
    ),
    linkLine('Feeds', `${base}/feeds/`, 'new packages and releases as RSS, Atom and JSON Feed'),
  ].join('');
}

function optionalLines(base: string): string {
  return [
    linkLine('API documentation', `${base}/api/`, 'with examples'),
    linkLine('How health is scored', `${base}/scoring/`),
    linkLine(
      'Readiness',
      `${base}/readiness/`,
      'which packages declare support for each Django and Python version',
    ),
    linkLine('Statistics', `${base}/open/`),
    linkLine('Data sources', `${base}/about/`),
    linkLine('Terms', `${base}/terms/`),
  ].join('');
}
