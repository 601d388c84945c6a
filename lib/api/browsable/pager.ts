import { markup, type Markup } from '@/lib/text/markup';
import type { Part } from '../answers';
import { pageLink, type Address } from '../pagination';

export interface PageLink {
  /** Undefined for an ellipsis. */
  number: number | undefined;
  href: string;
  isCurrent: boolean;
}

/** The first and last pages and those around the current one, with ellipses for gaps. Empty if there is one page. */
export function pageLinks(address: Address, { limit, offset, count }: Part): PageLink[] {
  if (count <= limit) return [];
  const before = Math.ceil(offset / limit);
  const last = Math.max(1, before + Math.ceil((count - offset) / limit));
  const current = Math.min(before + 1, last);
  // Beyond the end, count from the last page.
  const from = offset < count ? offset : (last - 1) * limit;
  const near = [1, current - 1, current, current + 1, last];
  const shown = [...new Set(near)].filter((it) => it >= 1 && it <= last).sort((a, b) => a - b);
  return shown.flatMap((number, index) => {
    const start = Math.max(0, from + (number - current) * limit);
    const link = {
      number,
      href: pageLink(address, limit, start),
      isCurrent: number === current,
    };
    const isGap = number - (shown[index - 1] ?? 0) > 1;
    return isGap ? [{ number: undefined, href: '', isCurrent: false }, link] : [link];
  });
}

/** Renders the pager; undefined if there are no links. */
export function pagerMarkup(links: PageLink[]): Markup | undefined {
  if (links.length === 0) return undefined;
  const items = links.map(({ number, href, isCurrent }) =>
    number === undefined
      ? markup`<li aria-hidden="true">…</li>`
      : markup`<li><a href="${href}" aria-label="Page ${number}"${isCurrent ? markup` aria-current="page"` : undefined}>${number}</a></li>`,
  );
  return markup`<nav aria-label="Pages"><ul>${items}</ul></nav>`;
}
