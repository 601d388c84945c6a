import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { readBase } from '../address';
import '../globals.css';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(await readBase()),
    // The grid's own page is the canonical one.
    robots: { index: false },
  };
}

/** Document for iframes on other sites: no header, no footer, no scripts of ours. */
export default function EmbedLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      {/* Our other pages refuse to be framed, so links open in the top window. */}
      <head>
        <base target="_top" />
      </head>
      <body>{children}</body>
    </html>
  );
}
