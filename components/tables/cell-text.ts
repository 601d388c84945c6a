import { webAddress } from '@/lib/links';
import { markup, type Markup } from '@/lib/markup';

const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** What people wrote in a cell: plain text whose addresses are links and whose line breaks count. */
export function cellText(text: string): Markup {
  // Most cells have neither.
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
