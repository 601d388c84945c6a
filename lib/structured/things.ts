import type {
  BreadcrumbList,
  ItemList,
  SearchAction,
  SoftwareSourceCode,
  WebSite,
  WithActionConstraints,
} from 'schema-dts';
import { licensePage, readLicense } from '@/lib/package/licenses';
import { pypiPage, webAddress } from '@/lib/text/links';
import { packageImage } from '@/lib/open-graph/links';
import { DAY_ZONE, formatDay, type Micros } from '@/lib/time';

/** A type whose unknown values are undefined, which JSON omits. */
type Partly<Type> = Type extends object ? { [Key in keyof Type]: Type[Key] | undefined } : Type;

/** A schema.org Thing of a page. */
export type Thing = BreadcrumbList | ItemList | WebSite | Partly<SoftwareSourceCode>;

interface Crumb {
  href: string;
  label: string;
}

/** The breadcrumbs of a page: the pages above it, then the page itself. */
export function breadcrumbList(base: string, trail: Crumb[], name: string): BreadcrumbList {
  const above = trail.map(({ href, label }) => ({ name: label, item: base + href }));
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...above, { name }].map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...crumb,
    })),
  };
}

interface Listed {
  slug: string;
  title: string;
}

/** The packages listed on a page, in the same order. */
export function packageList(
  base: string,
  name: string,
  packages: Listed[],
  total: number,
): ItemList {
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

/** The site and its search, which search engines may offer in their results. */
export function website(base: string): WebSite {
  const potentialAction: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${base}/search/?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
  return { '@type': 'WebSite', name: 'Packgrid', url: `${base}/`, potentialAction };
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

/** A package, with the grids it is in as keywords. */
export function sourceCode(
  base: string,
  pkg: Described,
  version: string | undefined,
  grids: Listed[],
): Partly<SoftwareSourceCode> {
  const url = `${base}/packages/p/${pkg.slug}/`;
  const places = [pkg.pypiName && pypiPage(pkg.pypiName), webAddress(pkg.documentationUrl)];
  const sameAs = places.flatMap((place) => (place ? [place] : []));
  return {
    '@type': 'SoftwareSourceCode',
    '@id': `${url}#package`,
    name: pkg.title,
    description: pkg.repoDescription || undefined,
    url,
    image: base + packageImage(pkg.slug),
    codeRepository: webAddress(pkg.repoUrl),
    programmingLanguage: 'Python',
    runtimePlatform: 'Django',
    license: licenceAddresses(pkg.licence),
    version,
    dateModified: pkg.lastCommitAt === null ? undefined : formatDay(pkg.lastCommitAt, DAY_ZONE),
    keywords: grids.length > 0 ? grids.map(({ title }) => title).join(', ') : undefined,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  };
}

/** The SPDX URL of each license, or its name if it has none. */
function licenceAddresses(licence: string | null): string | string[] | undefined {
  const names = readLicense(licence)?.names ?? [];
  const addresses = names.map((name) => licensePage(name) ?? name);
  return addresses.length > 1 ? addresses : addresses[0];
}

/** Serializes things for a script element, escaped so that no text can end the element or start a comment. */
export function toJsonLd(things: Thing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(graph).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}
