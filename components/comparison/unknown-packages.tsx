import { Notice } from '@/components/layout/notice';

/** Notice that lists the names in the URL that match no package. */
export function UnknownPackages({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return (
    <Notice>
      We don&rsquo;t have {names.length === 1 ? 'a package' : 'packages'} called{' '}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <q dir="auto">{name}</q>
        </span>
      ))}
      {names.length === 1 ? ', so it isn’t shown.' : ', so they aren’t shown.'}
    </Notice>
  );
}
