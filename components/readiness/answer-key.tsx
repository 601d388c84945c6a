import type { Answer } from '@/lib/package/readiness';

/** A sample of the colour that an answer has in the bars. */
export function AnswerKey({ answer }: { answer: Answer }) {
  return (
    <span
      aria-hidden="true"
      data-answer={answer}
      className="inline-block size-2.5 rounded-sm border border-edge bg-line forced-color-adjust-none data-[answer=no]:bg-edge data-[answer=yes]:border-accent data-[answer=yes]:bg-accent"
    />
  );
}
