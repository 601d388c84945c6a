import type { ReactNode } from 'react';

interface SectionProps {
  id: string;
  /** Wrap text from outside the site in a <bdi>. */
  title: ReactNode;
  /** Secondary text or a link at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A section of a page with its own heading. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="text-lead">
          {title}
        </h2>
        {aside !== undefined && <p className="text-caption text-quiet">{aside}</p>}
      </div>
      {children}
    </section>
  );
}
