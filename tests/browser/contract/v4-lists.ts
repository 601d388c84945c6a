import { categories, grids, newestFirst, packages } from './catalogue';
import { json, type Pair } from './pair';
import { categoryDocument, gridDocument, link, packageDocument } from './v4-documents';

const lists = {
  packages: newestFirst(packages).map((it) => packageDocument(it)),
  grids: newestFirst(grids).map((it) => gridDocument(it)),
  categories: newestFirst(categories).map(categoryDocument),
};

/** The queries of the previous and next pages, without `?`; null if there is none. */
interface Neighbours {
  next: string | null;
  previous: string | null;
}

type Name = keyof typeof lists;

/** A page of a list from one record to another. */
function page(name: Name, query: string, from: number, to: number, beside: Neighbours): Pair {
  const address = (it: string | null) => (it === null ? null : link(name, { query: `?${it}` }));
  return json(`GET /api/v4/${name}/${query}`, {
    count: lists[name].length,
    next: address(beside.next),
    previous: address(beside.previous),
    results: lists[name].slice(from, to),
  });
}

const first = (query: string, next: string): Pair =>
  page('packages', query, 0, 20, { next, previous: null });

const TWENTY = 'limit=20&offset=20';
const alone = { next: null, previous: null };

/** Paginated lists: what `limit` and `offset` do, and the links of a page. */
export const listPairs: Pair[] = [
  first('', TWENTY),
  page('grids', '', 0, 20, { next: TWENTY, previous: null }),
  page('categories', '', 0, 20, alone),
  page('packages', '?limit=6000', 0, 6000, alone),
  page('grids', '?limit=500', 0, 500, alone),
  page('categories', '?limit=200', 0, 200, alone),
  page('packages', '?limit=2', 0, 2, { next: 'limit=2&offset=2', previous: null }),
  page('packages', '?limit=2&offset=2', 2, 4, { next: 'limit=2&offset=4', previous: 'limit=2' }),
  page('packages', '?offset=3&limit=2', 3, 5, {
    next: 'limit=2&offset=5',
    previous: 'limit=2&offset=1',
  }),
  page('packages', '?offset=1&limit=5', 1, 6, { next: 'limit=5&offset=6', previous: 'limit=5' }),
  page('packages', '?offset=20', 20, 40, { next: 'limit=20&offset=40', previous: 'limit=20' }),
  page('packages', '?limit=100&offset=100', 100, 200, { next: null, previous: 'limit=100' }),
  page('packages', '?limit=93&offset=93', 93, 186, { next: null, previous: 'limit=93' }),
  page('packages', '?limit=92&offset=93', 93, 185, {
    next: 'limit=92&offset=185',
    previous: 'limit=92&offset=1',
  }),
  page('grids', '?limit=10&offset=10', 10, 20, {
    next: 'limit=10&offset=20',
    previous: 'limit=10',
  }),
  page('categories', '?limit=1&offset=4', 4, 5, { next: null, previous: 'limit=1&offset=3' }),

  // Past the end the list is empty, with a link back.
  page('packages', '?offset=186', 186, 186, { next: null, previous: 'limit=20&offset=166' }),
  page('packages', '?limit=5&offset=1000', 0, 0, { next: null, previous: 'limit=5&offset=995' }),
  page('categories', '?offset=99', 0, 0, { next: null, previous: 'limit=20&offset=79' }),

  // An invalid limit counts as 20.
  first('?limit=0', TWENTY),
  first('?limit=-1', TWENTY),
  first('?limit=', TWENTY),
  first('?limit', TWENTY),
  first('?limit=x', TWENTY),
  first('?limit=1.5', TWENTY),
  first('?limit=1e1', TWENTY),
  first('?limit=0x10', TWENTY),
  first('?limit=5&limit=x', TWENTY),
  first('?LIMIT=1', `LIMIT=1&${TWENTY}`),
  // Whatever Python's int() accepts is a limit.
  page('packages', '?limit=%202', 0, 2, { next: 'limit=2&offset=2', previous: null }),
  page('packages', '?limit=%2B2', 0, 2, { next: 'limit=2&offset=2', previous: null }),
  page('packages', '?limit=02', 0, 2, { next: 'limit=2&offset=2', previous: null }),
  page('packages', '?limit=0_2&offset=1_0', 10, 12, {
    next: 'limit=2&offset=12',
    previous: 'limit=2&offset=8',
  }),
  // The last of repeated parameters counts.
  page('packages', '?limit=9&limit=2', 0, 2, { next: 'limit=2&offset=2', previous: null }),
  page('packages', '?offset=9&limit=2&offset=4', 4, 6, {
    next: 'limit=2&offset=6',
    previous: 'limit=2&offset=2',
  }),
  // An invalid offset counts as 0.
  first('?offset=-1', TWENTY),
  first('?offset=', TWENTY),
  first('?offset=x', TWENTY),
  first('?offset=0', TWENTY),
  first('?offset=-0', TWENTY),
  first('?offset=5&offset=', TWENTY),

  // Links keep other parameters, re-encoded and sorted by key.
  first('?z=1&a=2', `a=2&${TWENTY}&z=1`),
  first('?B=1&a=2', `B=1&a=2&${TWENTY}`),
  first('?x', `${TWENTY}&x=`),
  first('?x=1&x=2', `${TWENTY}&x=1&x=2`),
  first('?x=a%20b', `${TWENTY}&x=a+b`),
  first('?x=a+b', `${TWENTY}&x=a+b`),
  first('?x=%7E*', `${TWENTY}&x=~%2A`),
  first('?x=%c3%a9', `${TWENTY}&x=%C3%A9`),
  first('?x=%26%3D', `${TWENTY}&x=%26%3D`),
  first('?x=%F0%9F%90%8D', `${TWENTY}&x=%F0%9F%90%8D`),
  first('?x=%ff', `${TWENTY}&x=%EF%BF%BD`),
  first('?x=a;b', `${TWENTY}&x=a%3Bb`),
  first('?&&x=1&', `${TWENTY}&x=1`),
  page('packages', '?z=1&offset=2&a=2&limit=2', 2, 4, {
    next: 'a=2&limit=2&offset=4&z=1',
    previous: 'a=2&limit=2&z=1',
  }),
  json('HEAD /api/v4/packages/?limit=1', {}),
  json('HEAD /api/v4/grids/', {}),
];
