import { Notice } from '@/components/layout/notice';

/** Notice that lists the names in the URL that match no package. */
export function UnknownPackages({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <Notice>
      No package here is or was named{' '}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <q dir="auto">{name}</q>
        </span>
      ))}
      {names.length === 1 ? '; it was left out.' : '; they were left out.'}
    </Notice>
  );
}
