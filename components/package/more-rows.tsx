import { formatCount } from '@/lib/text/wording';

interface MoreRowsProps {
  /** Which rows are shown, such as `newest`. */
  which: string;
  /** Plural noun for the rows. */
  noun: string;
  shown: number;
  total: number;
  /** URL of the full list; undefined if the page itself says where to find it. */
  href?: string;
}

/** Note below a table that shows only some rows; renders nothing if all are shown. */
export function MoreRows({ which, noun, shown, total, href }: MoreRowsProps) {
  if (total <= shown) return null;
  return (
    <p className="mt-2 text-caption text-quiet">
      {`Showing the ${formatCount(shown)} ${which} of ${formatCount(total)} ${noun}. `}
      {href !== undefined && (
        <a href={href} className="underline">
          All {noun}
        </a>
      )}
    </p>
  );
}
