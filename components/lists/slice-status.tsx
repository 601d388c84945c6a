import { describeSlice, type Paging } from '@/lib/list/paging';

interface SliceStatusProps {
  total: number;
  paging: Paging;
  /** The page number in the URL, which may be past the end. */
  requestedPage: number;
  thing: string;
}

/** The range of a list on this page: `51–100 of 129 packages`. */
export function SliceStatus({ total, paging, requestedPage, thing }: SliceStatusProps) {
  return (
    <p className="text-caption text-quiet" role="status">
      {describeSlice(total, paging, thing)}
      {requestedPage > paging.pages && ` (there is no page ${requestedPage}; this is the last one)`}
    </p>
  );
}
