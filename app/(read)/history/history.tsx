import { ChangeList } from '@/components/history/change-list';
import { SliceStatus } from '@/components/lists/slice-status';
import { Pager } from '@/components/tables/pager';
import type { HistoryScope } from '@/db/queries/history';
import { linkTo } from '@/lib/text/links';
import { loadHistory } from './load';

interface HistoryProps {
  scope: HistoryScope;
  /** Path of the page. */
  path: string;
  query: unknown;
}

/** The changes in a scope, page by page. */
export function History({ scope, path, query }: HistoryProps) {
  const { changes, names, total, paging, requestedPage } = loadHistory(scope, query);
  if (total === 0) return <p className="py-6">No changes yet.</p>;
  return (
    <>
      <SliceStatus total={total} paging={paging} requestedPage={requestedPage} thing="change" />
      <ChangeList changes={changes} names={names} />
      <Pager
        page={paging.page}
        pages={paging.pages}
        hrefOf={(page) => linkTo(path, { page }, { page: 1 })}
      />
    </>
  );
}
