'use client'; // Next requires error boundaries to be client components.

import './globals.css';

/** Error page. Renders its own document, because the layout may be what failed. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Packgrid</title>
        <main className="mx-auto w-full max-w-prose px-4 py-16">
          <h1 className="text-title">Something broke on our side</h1>
          <p className="mt-3">
            This page could not be made. Nothing you typed or changed was lost by it. Try it once
            more in a minute, or go on from <a href="/">the home page</a> or{' '}
            <a href="/grids/">the grids</a>.
          </p>
        </main>
      </body>
    </html>
  );
}
