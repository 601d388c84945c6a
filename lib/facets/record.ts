import { domainOf, webAddress } from '@/lib/text/links';
import type { Micros } from '@/lib/time';

interface FacetSource {
  isActive: boolean | null;
  categorySlug: string;
  gridSlugs: string[];
  djangoVersions: string[] | null;
  pythonVersions: string[] | null;
  licence: string | null;
  developmentStatus: number | null;
  repoUrl: string | null;
  documentationUrl: string | null;
  lastCommitAt: Micros | null;
  lastReleaseAt: Micros | null;
}

/** The facet index record of a package. */
export function facetRecord(it: FacetSource) {
  const address = webAddress(it.repoUrl);
  return {
    isActive: it.isActive === true,
    category: it.categorySlug,
    grids: it.gridSlugs.join(','),
    django: it.djangoVersions?.join(',') ?? null,
    python: it.pythonVersions?.join(',') ?? null,
    licence: it.licence,
    status: it.developmentStatus,
    host: address === undefined ? null : domainOf(address),
    documentation: it.documentationUrl !== null && it.documentationUrl !== '',
    maintainedAt: it.isActive ? it.lastCommitAt : null,
    releasedAt: it.lastReleaseAt,
  };
}
