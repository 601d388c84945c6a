import { Icon } from '@/components/layout/icon';
import { answers, type Answer } from '@/lib/package/readiness';

const icons = { yes: 'check', no: 'cross', unknown: undefined } as const;

/** Yes, no or unknown, as a word with a shape and colour of its own. */
export function AnswerMark({ answer }: { answer: Answer }) {
  const icon = icons[answer];
  return (
    <span
      data-answer={answer}
      className="whitespace-nowrap text-quiet data-[answer=no]:text-bad data-[answer=yes]:text-good"
    >
      {icon && <Icon name={icon} />} {answers.find(({ key }) => key === answer)?.label}
    </span>
  );
}
