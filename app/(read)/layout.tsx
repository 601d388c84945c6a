import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { EnhanceScript } from '@/components/layout/enhance-script';
import { SpeculationRules } from '@/components/layout/speculation-rules';
import { ThemeScript } from '@/components/layout/theme-script';
import { readBase } from '../address';
import '../globals.css';
import { alternates, shared } from './page-metadata';

// Pages read the database on each request; nothing is rendered at build time.
export const dynamic = 'force-dynamic';

/** Default metadata of all pages. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(await readBase()),
    title: { default: 'Packgrid: compare Django packages side by side', template: '%s · Packgrid' },
    description:
      'Compare Django packages side by side: see which are maintained, popular, compatible with your versions, and have the features you need.',
    icons: { icon: '/icon.svg' },
    alternates: alternates(),
    openGraph: shared(),
    twitter: { card: 'summary_large_image' },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf9' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1116' },
  ],
};

export default function ReadLayout({ children }: { children: ReactNode }) {
  return (
    // The script sets an attribute of <html> before React sees it.
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
        <EnhanceScript />
      </head>
      <body>
        {children}
        <SpeculationRules />
      </body>
    </html>
  );
}
