import { pypiPage, webAddress } from '@/lib/links';
import { packagePicture } from '@/lib/pictures/links';
import { DAY_ZONE, formatDay, type Micros } from '@/lib/time';

/** A thing of schema.org. What is unknown is undefined, which JSON leaves out. */
export type Thing = Record<string, unknown>;

interface Crumb {
  href: string;
  label: string;
}

/** Where a page stands: the pages above it, then the page itself. */
export function breadcrumbList(base: string, trail: Crumb[], name: string): Thing {
  const above = trail.map(({ href, label }) => ({ name: label, item: base + href }));
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...above, { name }].map((it, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...it,
    })),
  };
}

interface Listed {
  slug: string;
  title: string;
}

/** The packages that a page lists, in its order. */
export function packageList(base: string, name: string, packages: Listed[], total: number): Thing {
  return {
    '@type': 'ItemList',
    name,
    numberOfItems: total,
    itemListElement: packages.map(({ slug, title }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      url: `${base}/packages/p/${slug}/`,
    })),
  };
}

/** The site with its search, which search engines may offer in their results. */
export function website(base: string): Thing {
  return {
    '@type': 'WebSite',
    name: 'Packgrid',
    url: `${base}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${base}/search/?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

interface Described {
  slug: string;
  title: string;
  repoDescription: string;
  repoUrl: string | null;
  documentationUrl: string | null;
  pypiName: string | null;
  licence: string | null;
  lastCommitAt: Micros | null;
}

/** A package, with the comparisons that it stands in as its keywords. */
export function sourceCode(
  base: string,
  it: Described,
  version: string | undefined,
  grids: Listed[],
): Thing {
  const url = `${base}/packages/p/${it.slug}/`;
  const places = [it.pypiName && pypiPage(it.pypiName), webAddress(it.documentationUrl)];
  const sameAs = places.filter((place) => typeof place === 'string' && place !== '');
  return {
    '@type': 'SoftwareSourceCode',
    '@id': `${url}#package`,
    name: it.title,
    description: it.repoDescription || undefined,
    url,
    image: base + packagePicture(it.slug),
    codeRepository: webAddress(it.repoUrl),
    programmingLanguage: 'Python',
    runtimePlatform: 'Django',
    license: licenceAddress(it.licence),
    version,
    dateModified: it.lastCommitAt === null ? undefined : formatDay(it.lastCommitAt, DAY_ZONE),
    keywords: grids.length > 0 ? grids.map(({ title }) => title).join(', ') : undefined,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  };
}

/** SPDX has a page for each identifier; an expression of several has none. */
function licenceAddress(licence: string | null): string | undefined {
  if (licence === null) return undefined;
  return /^[\w.+-]+$/.test(licence) ? `https://spdx.org/licenses/${licence}.html` : licence;
}

/** Things as the text of a script element: no text in them can end the element or begin a comment. */
export function toJsonLd(things: Thing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}
