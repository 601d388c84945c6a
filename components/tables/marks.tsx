import type { Cell } from '@/lib/comparison/cell';

/** The drawings that the marks of a table refer to, so that each stands in the page once. */
export function MarkShapes() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <symbol id="mark-yes" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="7.25" fill="currentColor" />
        <path
          d="M4.6 8.3l2.3 2.3 4.5-5"
          fill="none"
          stroke="var(--color-paper)"
          strokeWidth="1.8"
        />
      </symbol>
      <symbol id="mark-no" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" />
        <path d="M5.5 5.5l5 5m0-5l-5 5" stroke="currentColor" strokeWidth="1.5" />
      </symbol>
    </svg>
  );
}

interface MarkProps {
  mark: NonNullable<Cell['mark']>;
  strength: number;
}

/** A check in a filled ring or a cross in an open one, up to three of them, with its word for readers. */
export function Mark({ mark, strength }: MarkProps) {
  return (
    <span
      data-mark={mark}
      className="whitespace-nowrap data-[mark=no]:text-quiet data-[mark=yes]:text-good"
    >
      {Array.from({ length: strength }, (_, index) => (
        <svg
          key={index}
          aria-hidden="true"
          width="16"
          height="16"
          className="inline align-[-0.2em]"
        >
          <use href={`#mark-${mark}`} />
        </svg>
      ))}
      <span className="sr-only">{strength > 1 ? `${mark}, ${strength} times` : mark}</span>
    </span>
  );
}
