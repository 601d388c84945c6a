import { eq } from 'drizzle-orm';
import type { IncomingCatalogue } from '@/lib/import/incoming/catalogue';
import { synonymPairs } from '@/lib/search/synonyms';
import { database } from '../../client';
import { findCatalogueLoad } from '../../queries/catalogue';
import { listCatalogueMetadata } from '@/db/queries/metadata';
import { catalogueLoads, sources } from '../../schema';
import { saveSynonyms } from '../search-index';
import type { ImportContext } from './context';

interface Load {
  sha256: string;
  /** Date of the catalogue, used if the source gives none. */
  day: string;
  loadedAt: number;
}

/** Merges the source's data about the catalogue as a whole, and returns the changes as text. */
export function mergeWhole(
  it: IncomingCatalogue | undefined,
  load: Load,
  { hosts, isDry, prefer }: ImportContext,
): string[] {
  const here = listCatalogueMetadata();
  const known = new Map(here.sources.map(({ key, description }) => [key, description]));
  const named = [...hosts].map((key) => ({
    key,
    description: `${key}, as imported; each figure has its own date`,
  }));
  const wanted = [...(it?.sources ?? []), ...named].filter(({ key, description }) => {
    const own = known.get(key);
    return own === undefined || (prefer === 'remote' && own !== description);
  });
  const terms = new Set(here.synonyms.map((pair) => pair.join('=')));
  const synonyms = synonymPairs(it?.synonyms ?? [])
    .map(({ term, other }) => [term, other])
    .filter(([term = '', other = '']) => term < other && !terms.has(`${term}=${other}`));
  const isFirst = findCatalogueLoad() === undefined;

  if (!isDry) {
    const db = database();
    for (const source of wanted) {
      if (known.has(source.key)) {
        db.update(sources).set(source).where(eq(sources.key, source.key)).run();
      } else db.insert(sources).values(source).run();
    }
    if (synonyms.length > 0) saveSynonyms([...here.synonyms, ...synonyms]);
    // Without this row, the next start would load the shipped catalogue over this one.
    if (isFirst) {
      const { sha256, loadedAt, day } = load;
      db.insert(catalogueLoads)
        .values({ sha256, generated: it?.generated ?? day, loadedAt })
        .run();
    }
  }
  return [
    ...(wanted.length > 0 ? [`sources: ${wanted.length} added or changed`] : []),
    ...(synonyms.length > 0 ? [`synonyms: ${synonyms.length} added`] : []),
  ];
}
