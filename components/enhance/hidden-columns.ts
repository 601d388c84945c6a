import { fewOf } from '@/lib/text/plural';

/** Shows above a comparison how many columns are scrolled out of view. */
export function countHiddenColumns(): void {
  const sign = document.querySelector<HTMLElement>('[data-more]');
  const region = document.querySelector<HTMLElement>('.whole .comparison');
  if (!sign || !region) return;
  const heads = [...region.querySelectorAll('thead tr:last-child > th')];
  const update = () => {
    const { right } = region.getBoundingClientRect();
    const hidden = heads.filter((head) => head.getBoundingClientRect().right > right + 1).length;
    const isHidden = hidden === 0 || region.scrollWidth <= region.clientWidth;
    sign.dataset['more'] = isHidden ? ' ' : `${fewOf(hidden, 'more column')} →`;
  };
  region.addEventListener('scroll', update, { passive: true });
  new ResizeObserver(update).observe(region);
}
