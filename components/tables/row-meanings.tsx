import { markup } from '@/lib/markup';

interface RowMeaningsProps {
  rows: { label: string; description: string }[];
}

/** What each row of a comparison means, for those who can't rest a pointer on its head. */
export function RowMeanings({ rows }: RowMeaningsProps) {
  const explained = rows.filter(({ description }) => description !== '');
  const meanings = explained.map(
    ({ label, description }) => markup`<div><dt>${label}</dt><dd>${description}</dd></div>`,
  );
  return (
    <details className="open:basis-full">
      <summary className="py-1 text-quiet">What the rows mean</summary>
      <dl
        className="mt-2 gap-x-10 md:columns-2 [&_dd]:text-quiet [&_div]:mb-2 [&_div]:break-inside-avoid [&_dt]:font-heading"
        dangerouslySetInnerHTML={{ __html: markup`${meanings}`.__html }}
      />
    </details>
  );
}
