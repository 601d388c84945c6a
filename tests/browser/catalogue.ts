import { DAY_ZONE, parseTime } from '@/lib/time';
import * as shipped from '@/tests/tools/shipped-catalogue';

const timeOf = (text: string) => parseTime(text, DAY_ZONE) ?? 0;
const timeIn = (text: string | null) => (text === null ? null : timeOf(text));

/** The catalogue that the site under test was filled with. */
export const catalogue = {
  ...shipped,
  packages: shipped.packages.map(({ snapshot_date: read, ...it }) => ({
    ...it,
    created: timeOf(it.created),
    last_updated: timeIn(it.last_updated),
    pypi_released: timeIn(it.pypi_released),
    commits_reference_date: timeIn(it.commits_reference_date),
    releases: it.releases?.map(({ date, ...rest }) => ({ ...rest, date: timeIn(date) })) ?? null,
    snapshot: read === null ? null : { date: timeOf(read) },
  })),
};

/** A page of each kind and layout, in the state with the most elements. */
export const templates = [
  '/',
  '/categories/',
  '/categories/apps/',
  '/packages/?q=nothing+has+this+name',
  '/packages/?django=5.2&licence=MIT&maintained=1&sort=-health',
  '/packages/latest/',
  '/packages/liked/?page=3',
  '/packages/trending/',
  '/packages/p/celery/',
  '/packages/p/django-private-chat/',
  '/packages/p/django-two-factor-auth/',
  '/packages/p/netbox/score/',
  '/scoring/',
  '/grids/?q=queue',
  '/grids/g/workers-queues-tasks/',
  '/grids/g/workers-queues-tasks/timesheet/',
  '/grids/g/workers-queues-tasks/packages/?q=celery&sort=title',
  '/grids/g/chat/?diff=1&evidence=1&density=compact',
  '/compare/?package=celery&more=1&find=queue',
  '/compare/celery,zulip/',
  '/readiness/',
  '/readiness/django/4.2/?says=no&q=admin&category=apps&sort=-health',
  '/open/',
  '/feeds/',
  '/search/?q=queue&django=5.2&maintained=1&sort=-health',
  '/search/',
  '/api/',
  '/dumps/',
  '/about/',
  '/help/',
  '/stack/',
  '/no/such/page/',
];

/** Other states of the templates: the same elements with other texts, or fewer of them. */
export const otherStates = [
  '/categories/starter-projects/',
  '/packages/',
  '/packages/?q=queue&sort=title&category=apps',
  '/packages/?grid=none',
  '/packages/liked/',
  '/packages/p/netbox/',
  '/packages/p/celery/score/',
  '/packages/p/swampdragon/',
  '/grids/',
  '/grids/g/websockets/',
  '/grids/g/websockets/timesheet/?sort=known_since',
  '/grids/g/websockets/packages/',
  '/compare/',
  '/compare/celery,django-q,huey/',
  '/readiness/django/5.2/',
  '/readiness/python/3.15/?says=unknown',
  '/readiness/python/3.9/?q=nothing+has+this+name',
  '/search/?q=queue',
  '/search/?q=nothing+has+this+name',
  '/terms/',
  '/faq/',
  '/acceptable-use/',
  '/funding/',
  '/packages/p/no-such-package/',
  '/packages/p/no-such-package/score/',
];

export const pages = [...templates, ...otherStates];

/** Comparisons that differ on a phone: two packages, the whole table in both layouts, and the chooser. */
export const phonePages = [
  '/grids/g/workers-queues-tasks/',
  '/grids/g/chat/?layout=columns&whole=1&sort=title',
  '/grids/g/chat/?layout=rows&whole=1&evidence=1',
  '/compare/celery,django-q,huey/?diff=1',
  '/compare/?package=celery&more=1',
];

/** Pages to embed in other sites, without header and footer. */
export const embedPages = [
  '/embed/grids/workers-queues-tasks/',
  '/embed/grids/chat/?layout=rows&evidence=1&density=compact',
  '/embed/grids/chat/?q=nothing+has+this+name',
];
