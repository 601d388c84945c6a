import { Fragment } from 'react';
import { webAddress } from '@/lib/links';

const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

interface CellTextProps {
  text: string;
}

function Line({ text }: CellTextProps) {
  return text.split(address).map((part, index) => {
    const href = index % 2 === 1 ? webAddress(part) : undefined;
    if (href === undefined) return part;
    return (
      <a key={index} href={href} rel="nofollow ugc" className="[overflow-wrap:anywhere] underline">
        {part}
      </a>
    );
  });
}

/** What people wrote in a cell: plain text whose addresses are links and whose line breaks count. */
export function CellText({ text }: CellTextProps) {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      <Line text={line} />
    </Fragment>
  ));
}
