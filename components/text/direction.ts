import { markup, type Markup } from '@/lib/text/markup';
import { hasRightToLeft } from '@/lib/text/printable';

/**
 * Returns `dir="auto"` if the text may have another direction than the page. A table has thousands of cells, and nearly all of them don't
 * need it.
 */
export function direction(text: string): Markup | undefined {
  return hasRightToLeft(text) ? markup` dir="auto"` : undefined;
}
