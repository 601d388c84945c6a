import { markWords } from '@/lib/search/marks';
import type { Alternatives } from '@/lib/search/match';

interface MarkedTextProps {
  text: string;
  groups: Alternatives[];
}

/** Text with the search terms highlighted. */
export function MarkedText({ text, groups }: MarkedTextProps) {
  return markWords(text, groups).map((part, index) =>
    part.isMarked ? (
      <mark key={index} className="bg-accent-tint font-heading text-inherit">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
