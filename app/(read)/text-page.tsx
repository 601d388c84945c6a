import type { ReactNode } from 'react';
import { PageFrame } from '@/app/page-frame';

/** A page of text under a title, such as the help. */
export function TextPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PageFrame>
      <div className="max-w-prose [&_a]:underline [&_p+p]:mt-3">
        <h1 className="mb-3 text-title">{title}</h1>
        {children}
      </div>
    </PageFrame>
  );
}
