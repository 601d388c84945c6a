import * as contributed from '@/db/queries/contributed';
import * as favorites from '@/db/queries/favorites';
import * as namedLists from '@/db/queries/named-lists';
import * as watches from '@/db/queries/watches';

/** The files of db/queries about what people keep. */
export const peopleModules = {
  'contributed.ts': contributed,
  'favorites.ts': favorites,
  'named-lists.ts': namedLists,
  'watches.ts': watches,
};

const slice = { limit: 20, offset: 40 };
const id = 1;

/** Their queries by name. */
export const peopleQueries = {
  listContributed: () => contributed.listContributed('ada', slice),
  countContributed: () => contributed.countContributed('ada'),
  findFavorite: () => favorites.findFavorite('ada', id),
  findUsage: () => favorites.findUsage('ada', id),
  listFavorites: () => favorites.listFavorites('ada', slice),
  countFavorites: () => favorites.countFavorites('ada'),
  listUsages: () => favorites.listUsages('ada'),
  findNamedList: () => namedLists.findNamedList('ada', 'queues'),
  findNamedListById: () => namedLists.findNamedListById(id),
  listNamedLists: () => namedLists.listNamedLists('ada', { holding: id }),
  countNamedLists: () => namedLists.countNamedLists('ada'),
  listEntriesOf: () => namedLists.listEntriesOf(id),
  listPlacesOf: () => namedLists.listPlacesOf(id),
  findWatch: () => [
    watches.findWatch('ada', { kind: 'package', id }),
    watches.findWatch('ada', { kind: 'grid', id }),
  ],
  listWatched: () => watches.listWatched('ada'),
  countWatches: () => watches.countWatches('ada'),
  findAccountByFeedToken: () => watches.findAccountByFeedToken('token'),
};
