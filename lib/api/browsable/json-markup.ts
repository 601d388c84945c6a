import { markup, type Markup } from '@/lib/markup';
import { toJson } from '../json';

/** An address within JSON: it ends where its text does, and what follows a sentence's last address is no part of it. */
const address = /https?:\/\/[^\s"<>\\]*[^\s"<>\\.,;:!?)\]}']/g;

/** A document as indented JSON, with its addresses as links. */
export function jsonMarkup(document: unknown): Markup {
  const json = toJson(document, 4);
  const texts = json.split(address);
  const links = [...json.matchAll(address)].map(
    ([href]) => markup`<a href="${href}" rel="nofollow">${href}</a>`,
  );
  return markup`${texts.map((text, index) => markup`${text}${links[index]}`)}`;
}
