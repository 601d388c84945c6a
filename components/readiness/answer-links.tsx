import { answers, type Answer } from '@/lib/package/readiness';
import { formatCount } from '@/lib/text/wording';

interface AnswerLinksProps {
  /** The answer to filter by; empty for all. */
  says: Answer | '';
  counts: Record<Answer, number>;
  hrefOf: (says: Answer | '') => string;
}

/** Links that filter by answer, each with its number of packages. */
export function AnswerLinks({ says, counts, hrefOf }: AnswerLinksProps) {
  const total = answers.reduce((sum, { key }) => sum + counts[key], 0);
  const choices: { key: Answer | ''; label: string; count: number }[] = [
    { key: '', label: 'All', count: total },
    ...answers.map((it) => ({ ...it, count: counts[it.key] })),
  ];
  return (
    <nav aria-label="Answers" className="mb-4 text-table">
      <ul className="flex flex-wrap gap-x-1 gap-y-1">
        {choices.map(({ key, label, count }) => (
          <li key={key}>
            <a
              href={hrefOf(key)}
              aria-current={key === says || undefined}
              className="inline-block rounded-md border border-transparent px-2.5 py-1 hover:border-edge aria-current:border-edge aria-current:bg-raised aria-current:text-ink"
            >
              {label} <span className="tabular-nums">{formatCount(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
