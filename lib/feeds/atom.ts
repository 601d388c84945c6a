import { markup } from '@/lib/markup';
import { xmlDocument } from '@/lib/xml';
import { asHtml, publishedAt, toIso, type Feed, type FeedItem } from './feed';

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

/**
 * Atom demands a time of the last change of each entry. Where the day or month of a release is all that is known, that is its first
 * moment: never later than the release, and the same at each reading, so that no entry comes up as changed.
 */
function entryOf(item: FeedItem) {
  const at = publishedAt(item);
  return markup`<entry>
<title>${item.title}</title>
<link href="${item.link}" rel="alternate" type="text/html"/>
${at === undefined ? undefined : markup`<published>${toIso(at)}</published>\n`}<updated>${toIso(item.at)}</updated>
<id>${item.id}</id>
<summary type="html">${asHtml(item.summary)}</summary>
</entry>
`;
}
