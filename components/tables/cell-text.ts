import { webAddress } from '@/lib/text/links';
import { markup, type Markup } from '@/lib/text/markup';

const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** Renders the text of a cell: plain text in which URLs become links and line breaks are kept. */
export function cellText(text: string): Markup {
  // Most cells contain neither line breaks nor links.
  if (!/\n|:\/\//.test(text)) return markup`${text}`;
  const lines = text.split('\n').map(writeLine);
  return markup`${lines.map((line, index) => (index === 0 ? line : markup`<br/>${line}`))}`;
}

function writeLine(line: string): Markup {
  const parts = line.split(address).map((part, index) => {
    const href = index % 2 === 1 ? webAddress(part) : undefined;
    return href === undefined ? part : markup`<a href="${href}" rel="nofollow ugc">${part}</a>`;
  });
  return markup`${parts}`;
}
