import { ShareBar } from '@/components/charts/share-bar';
import { answers, type Answer } from '@/lib/package/readiness';
import { formatCount } from '@/lib/text/wording';
import { AnswerKey } from './answer-key';

interface AnswerLinksProps {
  /** The answer to filter by; empty for all. */
  says: Answer | '';
  counts: Record<Answer, number>;
  hrefOf: (says: Answer | '') => string;
}

/** The shares of the answers as a bar, with a link to the packages of each. */
export function AnswerLinks({ says, counts, hrefOf }: AnswerLinksProps) {
  const total = answers.reduce((sum, { key }) => sum + counts[key], 0);
  const shareOf = (count: number) => `${Math.round((count / Math.max(1, total)) * 100)}%`;
  const choices: { key: Answer | ''; label: string; count: number }[] = [
    ...answers.map((it) => ({ ...it, count: counts[it.key] })),
    { key: '', label: 'All', count: total },
  ];
  return (
    <nav aria-label="Support" className="mb-5 text-table">
      <div className="max-w-prose">
        <ShareBar counts={[counts.yes, counts.no, counts.unknown]} />
      </div>
      <ul className="mt-2 flex flex-wrap gap-1">
        {choices.map(({ key, label, count }) => (
          <li key={key}>
            <a
              href={hrefOf(key)}
              aria-current={key === says || undefined}
              className="inline-flex items-center gap-1.5 rounded-md border border-transparent px-2.5 py-1 hover:border-edge aria-current:border-edge aria-current:bg-raised aria-current:text-ink"
            >
              {key !== '' && <AnswerKey answer={key} />}
              {label} <span className="tabular">{formatCount(count)}</span>
              {key !== '' && <span className="text-caption text-quiet">{shareOf(count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
