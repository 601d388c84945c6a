import type { ReactNode } from 'react';

interface SkipLinkProps {
  /** Id of the element that it leads to. */
  to: string;
  children: ReactNode;
}

/** A skip link, shown when it has the focus. */
export function SkipLink({ to, children }: SkipLinkProps) {
  return (
    <a
      href={`#${to}`}
      className="sr-only rounded-md border border-accent bg-raised px-3 py-2 text-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
    >
      {children}
    </a>
  );
}
