import { readClock } from '@/app/clock';
import { Section } from '@/components/layout/section';
import { NamedLists } from '@/components/lists/named-lists';
import { countContributed } from '@/db/queries/contributed';
import { countFavorites, listFavorites } from '@/db/queries/favorites';
import { listNamedLists } from '@/db/queries/named-lists';
import { countOf } from '@/lib/text/wording';

/** Number of favorites on a profile; the page of favorites has all. */
const MOST_SHOWN = 10;

interface KeptProps {
  account: { id: string; name: string; sharesFavorites: boolean; bannedAt: number | null };
  /** Whether it is the user's own profile, which also shows what is private. */
  isOwn: boolean;
}

/** What a person keeps: lists, favorites, and the packages that they contributed to. */
export function Kept({ account, isOwn }: KeptProps) {
  const { id, name, sharesFavorites, bannedAt } = account;
  const path = `/profiles/${name}/`;
  const contributed = countContributed(id);
  const showsOwn = bannedAt === null;
  const lists = showsOwn ? listNamedLists(id).filter((it) => isOwn || !it.isPrivate) : [];
  const favorites = showsOwn && (isOwn || sharesFavorites) ? countFavorites(id) : 0;
  return (
    <>
      {isOwn && (
        <p className="mt-3 flex flex-wrap gap-x-4">
          <a href="/lists/">Your lists</a>
          <a href={`${path}favorites/`}>Your favorites</a>
          <a href="/watching/">Watching</a>
        </p>
      )}
      {contributed > 0 && (
        <p className="mt-3">
          <a href={`${path}contributed/`}>Contributed to {countOf(contributed, 'package')}</a>
        </p>
      )}
      {lists.length > 0 && (
        <Section id="lists" title="Lists">
          <NamedLists owner={name} lists={lists} clock={readClock()} />
        </Section>
      )}
      {favorites > 0 && (
        <Section
          id="favorites"
          title="Favorites"
          aside={<a href={`${path}favorites/`}>{countOf(favorites, 'package')}</a>}
        >
          <ul className="flex flex-wrap gap-x-4">
            {listFavorites(id, { limit: MOST_SHOWN, offset: 0 }).map(({ slug, title }) => (
              <li key={slug} className="py-1">
                <a href={`/packages/p/${slug}/`} dir="auto">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
