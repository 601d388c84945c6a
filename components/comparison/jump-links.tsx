import { partId } from '@/components/tables/comparison-table';
import type { MetricGroup } from '@/lib/comparison/metric';
import { withNotes } from '@/lib/comparison/notes';
import { featuresFirst } from '@/lib/comparison/row';
import { formatCount } from '@/lib/text/wording';

interface JumpLinksProps {
  /** Id of the table. */
  id: string;
  groups: MetricGroup[];
  layout: 'columns' | 'rows';
}

/** Links that scroll a table to each of its groups, with the size of each. */
export function JumpLinks({ id, groups, layout }: JumpLinksProps) {
  const inTable = withNotes(groups);
  const shown = layout === 'rows' ? featuresFirst(inTable) : inTable;
  const parts = shown
    .map((group, index) => ({ ...group, index }))
    .filter(({ title }) => title !== '');
  if (parts.length < 2) return null;
  return (
    <nav
      aria-label="Parts of the table"
      className="ml-auto flex flex-wrap items-center gap-x-4 text-caption max-sm:hidden"
    >
      {parts.map(({ index, name, title, metrics }) => (
        <a key={title} href={`#${partId(id, index) ?? ''}`} className="py-0.5" dir="auto">
          {name ?? title} <span className="text-quiet">{formatCount(metrics.length)}</span>
        </a>
      ))}
      <span
        data-more=" "
        className="w-36 whitespace-pre text-quiet after:content-[attr(data-more)] noscript:hidden"
      />
    </nav>
  );
}
