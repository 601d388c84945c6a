import { markup } from '@/lib/text/markup';
import { xmlDocument } from '@/lib/text/xml';
import { asHtml, toIso, type Feed, type FeedItem } from './feed';

/** Atom 1.0, RFC 4287. */
export function toAtom({ id, title, link, description, self, updatedAt, items }: Feed): string {
  return xmlDocument(markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
<title>${title}</title>
<link href="${link}" rel="alternate" type="text/html"/>
<link href="${self}" rel="self" type="application/atom+xml"/>
<id>${id}</id>
<updated>${toIso(updatedAt)}</updated>
<author><name>Packgrid</name></author>
<subtitle>${description}</subtitle>
${items.map(entryOf)}</feed>`);
}

function entryOf(item: FeedItem) {
  const at = toIso(item.publishedAt);
  const author =
    item.author === undefined ? undefined : markup`<author><name>${item.author}</name></author>\n`;
  return markup`<entry>
<title>${item.title}</title>
<link href="${item.link}" rel="alternate" type="text/html"/>
<published>${at}</published>
<updated>${at}</updated>
<id>${item.id}</id>
${author}<summary type="html">${asHtml(item.summary)}</summary>
</entry>
`;
}
