import { Age } from '@/components/text/age';
import type { listNamedLists } from '@/db/queries/named-lists';
import type { Clock } from '@/lib/time';
import { countOf } from '@/lib/text/wording';

interface NamedListsProps {
  /** The name of the account whose lists they are. */
  owner: string;
  lists: ReturnType<typeof listNamedLists>;
  clock: Clock;
}

/** The lists of an account, with the number of packages in each. */
export function NamedLists({ owner, lists, clock }: NamedListsProps) {
  return (
    <ul className="border-t border-line">
      {lists.map((it) => (
        <li key={it.slug} className="border-b border-line py-2">
          <span className="flex flex-wrap items-baseline justify-between gap-x-3">
            <a href={`/lists/${owner}/${it.slug}/`} className="font-heading" dir="auto">
              {it.title}
            </a>
            <span className="text-caption text-quiet">
              {it.isPrivate && 'private, '}
              {countOf(it.packageCount, 'package')}, changed{' '}
              <Age time={it.modifiedAt} precision="time" clock={clock} />
            </span>
          </span>
          {it.description !== '' && (
            <span className="block text-caption text-quiet" dir="auto">
              {it.description}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
