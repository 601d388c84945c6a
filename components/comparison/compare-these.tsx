import { compareLink } from '@/lib/comparison/selection';
import { joinNames, numberInWords } from '@/lib/text/wording';

interface CompareTheseProps {
  /** The packages listed just before the link. */
  packages: { slug: string; title: string }[];
}

/** Link that compares a few packages; its accessible name lists them, because a page can have several such links. */
export function CompareThese({ packages }: CompareTheseProps) {
  const text = `Compare these ${numberInWords(packages.length)}`;
  return (
    <a
      href={compareLink(packages.map(({ slug }) => slug))}
      aria-label={`${text}: ${joinNames(packages.map(({ title }) => title))}`}
      className="inline-block py-1 underline"
    >
      {text}
    </a>
  );
}
