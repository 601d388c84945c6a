import { readClock } from '@/app/clock';
import { SliceStatus } from '@/components/lists/slice-status';
import { ListedTable } from '@/components/tables/listed-table';
import { Pager } from '@/components/tables/pager';
import type { ListedPackage } from '@/db/queries/packages';
import { pageOf, type Page } from '@/lib/list/paging';
import { pageQuery } from '@/lib/list/query';
import { linkTo } from '@/lib/text/links';

const PAGE_SIZE = 30;

interface PackagePagesProps {
  path: string;
  query: unknown;
  total: number;
  /** Reads a page. */
  list: (slice: Page) => ListedPackage[];
}

/** The packages of an account, page by page. */
export function PackagePages({ path, query, total, list }: PackagePagesProps) {
  const { page: requestedPage } = pageQuery.parse(query);
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  if (total === 0) return <p className="py-6">No packages yet.</p>;
  return (
    <>
      <SliceStatus total={total} paging={paging} requestedPage={requestedPage} thing="package" />
      <ListedTable packages={list(paging)} clock={readClock()} />
      <Pager
        page={paging.page}
        pages={paging.pages}
        hrefOf={(page) => linkTo(path, { page }, { page: 1 })}
      />
    </>
  );
}
