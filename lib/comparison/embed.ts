import { markup } from '@/lib/markup';
import { comparisonLink, type ComparisonQuery } from './query';

/** Where a grid is that other sites may show in a frame. */
export const embedPath = (slug: string) => `/embed/grids/${slug}/`;

interface Titled {
  slug: string;
  title: string;
}

/** The HTML by which another site shows a grid as it is seen now. */
export function embedSnippet(
  base: string,
  { slug, title }: Titled,
  query: ComparisonQuery,
): string {
  const address = base + comparisonLink(embedPath(slug), query);
  return markup`<iframe src="${address}" title="${title} compared" width="100%" height="600" loading="lazy" style="border:0"></iframe>`
    .__html;
}
