import { compareLink } from '@/lib/comparison/selection';
import { joinNames, numberInWords } from '@/lib/wording';

interface CompareTheseProps {
  /** Named just before the link. */
  packages: { slug: string; title: string }[];
}

/** A link to the comparison of a few packages; its name says which, since a page can have several such links. */
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
