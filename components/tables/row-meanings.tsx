import { markup } from '@/lib/text/markup';

interface RowMeaningsProps {
  rows: { label: string; description: string }[];
}

/** The meaning of each fact of a comparison, for people who can't hover over its heading. */
export function RowMeanings({ rows }: RowMeaningsProps) {
  const explained = rows.filter(({ description }) => description !== '');
  const meanings = explained.map(
    ({ label, description }) =>
      markup`<div><dt dir="auto">${label}</dt><dd dir="auto">${description}</dd></div>`,
  );
  return (
    <details className="open:basis-full">
      <summary className="py-1 text-quiet">What each fact means</summary>
      <dl
        className="mt-2 gap-x-10 md:columns-2 [&_dd]:text-quiet [&_div]:mb-2 [&_div]:break-inside-avoid [&_dt]:font-heading"
        dangerouslySetInnerHTML={{ __html: markup`${meanings}`.__html }}
      />
    </details>
  );
}
