import { Notice } from '@/components/layout/notice';

/** Says which names of an address no package has. */
export function UnknownPackages({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <Notice>
      No package here is or was named{' '}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <q className="[overflow-wrap:anywhere]">{name}</q>
        </span>
      ))}
      {names.length === 1 ? '; it was left out.' : '; they were left out.'}
    </Notice>
  );
}
