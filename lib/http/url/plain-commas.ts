import { compareLink } from '@/lib/comparison/selection';

/**
 * Returns the redirect target for a comparison URL with encoded commas. Next passes decoded paths to pages, so only the front can tell such
 * a URL from the canonical one. The page itself redirects from any other order of the packages.
 */
export function withPlainCommas(url: string): string | undefined {
  const [, encoded = '', query = ''] = /^\/compare\/([^/?]*%2c[^/?]*)\/(\?.*)?$/i.exec(url) ?? [];
  const packages = encoded.replaceAll(/%2c/gi, ',');
  const path = `/compare/${packages}/`;
  return encoded !== '' && compareLink(packages.split(',')) === path ? path + query : undefined;
}
