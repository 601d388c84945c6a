import { markup } from '@/lib/text/markup';
import { baseOf } from '../../../../address';

/** OpenSearch 1.1 description, which lets browsers add the site as a search engine. */
export function GET(request: Request) {
  const origin = baseOf(request);
  const document = markup`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Packgrid</ShortName>
  <Description>Search and compare Django packages</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="16" height="16" type="image/svg+xml">${origin}/icon.svg</Image>
  <Url type="text/html" method="get" template="${origin}/search/?q={searchTerms}"/>
  <Url type="application/x-suggestions+json" method="get" template="${origin}/search/opensearch/suggestions/?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(document.__html, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml' },
  });
}
