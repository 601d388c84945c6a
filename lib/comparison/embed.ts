import { markup } from '@/lib/text/markup';
import { comparisonLink, type ComparisonQuery } from './query';

/** Path of the embeddable version of a grid. */
export const embedPath = (slug: string) => `/embed/grids/${slug}/`;

interface Titled {
  slug: string;
  title: string;
}

/** The HTML that embeds a grid in another site, in its current state. */
export function embedSnippet(
  base: string,
  { slug, title }: Titled,
  query: ComparisonQuery,
): string {
  const address = base + comparisonLink(embedPath(slug), query);
  return markup`<iframe src="${address}" title="${title} compared" width="100%" height="600" loading="lazy" style="border:0"></iframe>`
    .__html;
}
