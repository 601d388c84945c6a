import { escapeUnprintable } from '@/lib/text/printable';
import { markup, type Markup } from '@/lib/text/markup';
import { toJson } from '../json';

/** A URL in JSON: ends with its string at the latest, and excludes trailing punctuation. */
const address = /https?:\/\/[^\s"<>\\]*[^\s"<>\\.,;:!?)\]}']/g;

/** A document as indented JSON with clickable URLs. */
export function jsonMarkup(document: unknown): Markup {
  const json = escapeUnprintable(toJson(document, 4));
  const texts = json.split(address);
  const links = [...json.matchAll(address)].map(
    ([href]) => markup`<a href="${href}" rel="nofollow">${href}</a>`,
  );
  return markup`${texts.map((text, index) => markup`${text}${links[index]}`)}`;
}
