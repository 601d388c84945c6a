interface PagerProps {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The first and last pages, the current page and its neighbours. */
function nearby(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages];
  return [...new Set(near)].filter((it) => it >= 1 && it <= pages).sort((a, b) => a - b);
}

/** Pagination links; renders nothing if there is only one page. */
export function Pager({ page, pages, hrefOf }: PagerProps) {
  if (pages < 2) return null;
  const shown = nearby(page, pages);
  return (
    <nav aria-label="Pages" className="no-print mt-4 text-table">
      <ul className="flex flex-wrap items-center gap-1">
        {shown.map((it, index) => (
          <li key={it} className="flex items-center gap-1">
            {it - (shown[index - 1] ?? it) > 1 && <span aria-hidden="true">…</span>}
            <a
              href={hrefOf(it)}
              aria-label={`Page ${it}`}
              aria-current={it === page ? 'page' : undefined}
              className="inline-block min-w-9 rounded-md border border-transparent px-2 py-1 text-center tabular hover:border-edge aria-[current=page]:border-edge aria-[current=page]:text-ink"
            >
              {it}
            </a>
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={hrefOf(page + 1)} rel="next" className="inline-block px-2 py-1">
              Next page
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
