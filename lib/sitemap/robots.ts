/**
 * The robots.txt: every crawler may read every page. Only URLs with a query are blocked: sorted, filtered or rearranged views of a page,
 * whose number is unlimited and whose canonical URL is the plain page. The longest matching rule wins (RFC 9309), so paging, the API,
 * badges and the parts of the sitemap stay allowed.
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
