/**
 * What crawlers may read: every page, whoever they are. Only permutations are kept from them: views of a page that differ in order,
 * filter or layout have parameters, are without number, and name the plain page as the one to find. Of two rules the longer one
 * counts (RFC 9309), so paging, the API, badges and the parts of a sitemap stay open.
 */
export function robotsText(base: string): string {
  return `User-agent: *
Disallow: /*?
Allow: /*?page=
Allow: /api/
Allow: /badges/
Allow: /sitemap-

Sitemap: ${base}/sitemap.xml
`;
}
