import type { ReactNode } from 'react';
import { Button } from '@/components/layout/button';

interface CompareFormProps {
  /** The package that the page is about, compared without a checkbox. */
  subject?: { slug: string; title: string };
  /** A table of packages with a checkbox each. */
  children: ReactNode;
}

/** Checkboxes with a compare button; the button sticks to the edge of the window while any is checked, unless the tray replaces it. */
export function CompareForm({ subject, children }: CompareFormProps) {
  return (
    <form action="/compare/" data-ticks className="group/ticks [counter-reset:ticked]">
      {children}
      {subject && <input type="hidden" name="package" value={subject.slug} />}
      <p className="no-print flex items-center gap-3 border-t border-transparent py-3 text-table group-has-checked/ticks:sticky group-has-checked/ticks:bottom-(--edge-of-ticks,0px) group-has-checked/ticks:border-line group-has-checked/ticks:bg-paper">
        <Button>
          Compare selected packages
          {subject && (
            <>
              {' '}
              with <bdi>{subject.title}</bdi>
            </>
          )}
        </Button>
        <span className="invisible shrink-0 text-quiet tabular group-has-checked/ticks:visible before:content-[counter(ticked)]">
          {' '}
          selected
        </span>
      </p>
    </form>
  );
}
