import { describeSlice, type Paging } from '@/lib/paging';

interface SliceStatusProps {
  total: number;
  paging: Paging;
  /** The page that the address asks for, which may be past the end. */
  asked: number;
  thing: string;
}

/** Which part of a list this is: `51 to 100 of 129 packages`. */
export function SliceStatus({ total, paging, asked, thing }: SliceStatusProps) {
  return (
    <p className="text-caption text-quiet" role="status">
      {describeSlice(total, paging, thing)}
      {asked > paging.pages && `; there is no page ${asked}, so this is the last`}
    </p>
  );
}
