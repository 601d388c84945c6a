import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { readBase } from '../address';
import '../globals.css';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(await readBase()),
    // The page of the same comparison is the one to find.
    robots: { index: false },
  };
}

/** A document for frames of other sites: no header, no footer, no script of ours. */
export default function EmbedLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      {/* Pages of ours refuse to be shown in a frame, so each link opens in the window that holds it. */}
      <head>
        <base target="_top" />
      </head>
      <body>{children}</body>
    </html>
  );
}
