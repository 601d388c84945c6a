import { compareLink } from '@/lib/comparison/selection';

/**
 * Where the address of a comparison leads that has its commas encoded: Next hands pages a path decoded, so only the front can
 * tell it from the one address of the comparison. The page itself leads there from any other order of the packages.
 */
export function withPlainCommas(url: string): string | undefined {
  const [, encoded = '', query = ''] = /^\/compare\/([^/?]*%2c[^/?]*)\/(\?.*)?$/i.exec(url) ?? [];
  const packages = encoded.replaceAll(/%2c/gi, ',');
  const path = `/compare/${packages}/`;
  return encoded !== '' && compareLink(packages.split(',')) === path ? path + query : undefined;
}
