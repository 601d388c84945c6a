import type { ReactNode } from 'react';
import { printable } from '@/lib/text/printable';

/**
 * Renders components to HTML, which Next then passes on as one string. Next would write elements twice, once for the page and once as data
 * for hydration, which takes 10 to 56 % longer. Components can't be async nor use hooks or context.
 *
 * @returns HTML without characters that hide or reorder others
 * @throws whatever a component throws
 */
export async function renderMarkup(node: ReactNode): Promise<string> {
  // Next's bundler has no renderer for server components, so Node loads React's own.
  const { renderToStaticMarkup } = await import(/* turbopackIgnore: true */ 'react-dom/server');
  return printable(renderToStaticMarkup(node));
}
