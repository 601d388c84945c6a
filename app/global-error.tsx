'use client'; // Next requires error boundaries to be client components.

import { ThemeScript } from '@/components/layout/theme-script';
import './globals.css';

/** Error page. Renders its own document, because the layout may be what failed. */
export default function GlobalError() {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <title>Something went wrong · Packgrid</title>
        <main className="mx-auto w-full max-w-prose px-4 py-16">
          <h1 className="text-title">Something went wrong</h1>
          <p className="mt-3">
            We couldn’t load this page. Please try again in a minute, or go to the{' '}
            <a href="/">home page</a> or the <a href="/grids/">grids</a>.
          </p>
        </main>
      </body>
    </html>
  );
}
