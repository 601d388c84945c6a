import { concepts, names } from './judged-names';

type Kind = 'name' | 'misspelt' | 'concept' | 'operator' | 'url' | 'grid';

export interface JudgedQuery {
  query: string;
  kind: Kind;
  /**
   * Items such as `package:celery` and `grid:cron`: one of them should come first (name, misspelt),
   * or among the first three (the others), in one list of packages and grids.
   */
  wanted: string[];
  /** Items that an operator excludes: none of them may be in the list. */
  unwanted: string[];
}

// Below, a plain slug is a package, and one with "grid:" a grid.

/** One or two typos in a name. */
const misspelt: Record<string, string> = {
  'djagno allauth': 'django-allauth',
  wagtial: 'wagtail',
  'crispy froms': 'django-crispy-forms',
  celrey: 'celery',
  cellery: 'celery',
  mezanine: 'mezzanine',
  'django-gaurdian': 'django-guardian',
  allauht: 'django-allauth',
  'graphen django': 'graphene-django',
  tastypy: 'django-tastypie',
  'django tagit': 'django-taggit',
  'drf spectaclar': 'drf-spectacular',
  swampdargon: 'swampdragon',
  procastinate: 'procrastinate',
  dramatic: 'django_dramatiq',
  'strawbery graphql': 'strawberry-graphql-django',
  ariande: 'ariadne',
  whitenosie: 'whitenoise',
  'debug tolbar': 'django-debug-toolbar',
  'dajngo debug toolbar': 'django-debug-toolbar',
  'django-grapelli': 'django-grappelli',
  jazmin: 'django-jazzmin',
  nautabot: 'nautobot',
  netbxo: 'netbox',
  zullip: 'zulip',
  salaeor: 'saleor',
  'django osacr': 'django-oscar',
  dahpne: 'daphne',
  'chanels redis': 'channels_redis',
  'djano ninja': 'django-ninja',
  haystakc: 'django-haystack',
  'opensaerch dsl': 'django-opensearch-dsl',
  'django-storgaes': 'django-storages',
  treebaerd: 'django-treebeard',
  'django-mtpt': 'django-mptt',
  'simple histroy': 'django-simple-history',
  'django anymial': 'django-anymail',
  'post ofice': 'django-post-office',
  'django compresser': 'django-compressor',
  'webpack laoder': 'django-webpack-loader',
  constence: 'django-constance',
  'django-enviorn': 'django-environ',
  'factry boy': 'factory_boy',
  'pytset django': 'pytest_django',
  'modle bakery': 'model-bakery',
  djangorestframwork: 'drf',
  simplejtw: 'djangorestframework-simplejwt',
  'two facter auth': 'django-two-factor-auth',
  'migration lintre': 'django-migration-linter',
  chaceops: 'cacheops',
};

/** The expected results, and some that the operator excludes. */
const operators: Record<string, [wanted: string, unwanted?: string]> = {
  // Phrases.
  '"distributed task queue"': ['celery django-q2 django-q'],
  '"message queue"': ['django-websocket-redis'],
  '"shopping cart"': ['cartridge'],
  '"full control" form': ['django-floppyforms'],
  '"per object"': ['django-guardian grid:perms'],
  '"content management platform"': ['mezzanine'],

  // Excluded words.
  'queue -django': ['celery huey', 'django-q2 django-q django-rq grid:workers-queues-tasks'],
  'cms -django': ['coderedcms longclaw', 'django-cms wagtail grid:cms'],
  'cache -redis': [
    'django-cachalot django-cache-memoize diskcache',
    'django-redis django-websocket-redis',
  ],
  'graphql -graphene': [
    'strawberry-graphql-django ariadne django-graphql-jwt',
    'graphene-django graphene-django-optimizer',
  ],
  '"task queue" -multiprocessing -distributed': [
    'huey django-background-tasks django-toosimple-q',
    'celery django-q django-q2',
  ],

  // Categories and grids.
  'category:projects': ['netbox nautobot peering-manager zulip', 'wagtail'],
  'category:frameworks wagtail': ['wagtail coderedcms longclaw', 'django-salesman'],
  'category:projects chat': ['zulip', 'django_private_chat2 django-private-chat'],
  'category:other queue': ['celery django-queued-storage', 'django-q2 django-rq huey'],
  'grid:websockets redis': ['channels_redis django-websocket-redis', 'django-redis django-rq'],
  'grid:email category:other': ['django-post-office django-templated-email', 'django-anymail'],
  'grid:cron celery': ['django-celery-beat', 'celery django-celery'],

  // Versions of Django and of Python.
  'django:6.1 tree': ['django-treebeard', 'django-mptt django-treenode'],
  'django:5.2 cms': ['wagtail django-cms mezzanine coderedcms', 'django-fluent-pages'],
  'django:1.8': ['django-websocket-redis', 'django-allauth wagtail'],
  'python:2.7 form': ['django-floppyforms', 'django-crispy-forms'],
  'python:3.12 search': [
    'django-haystack django-elasticsearch-dsl djangoql algoliasearch-django',
    'django-watson',
  ],
  'python:3.15 static files': ['whitenoise'],

  // Licences and development statuses.
  'licence:MIT queue': ['huey django-q2 django-rq', 'celery django-background-tasks'],
  'license:mit admin theme': [
    'django-jazzmin django-admin-interface django-unfold',
    'django-grappelli',
  ],
  'license:mpl-2.0': ['mozilla-django-oidc django-cache-memoize', 'celery'],
  'licence:osl-3.0': ['shuup', 'django-oscar'],
  'license:apache search': ['django-elasticsearch-dsl', 'django-haystack'],
  'status:alpha search': ['django-elasticsearch-dsl', 'django-haystack django-watson'],
  'status:stable websocket': [
    'djangochannelsrestframework channels channels_redis',
    'daphne django-websocket-redis',
  ],
  'status:beta grid:caching': ['django-valkey django-cache-machine', 'django-redis cacheops'],
  'grid:authentication license:mit jwt': [
    'djangorestframework-simplejwt',
    'django-oauth-toolkit django-graphql-jwt',
  ],
};

/** Pasted URLs of a repository or PyPI. */
const urls: Record<string, string> = {
  'https://github.com/celery/celery': 'celery',
  'https://github.com/django/channels': 'channels',
  'https://github.com/Koed00/django-q': 'django-q',
  'https://github.com/encode/django-rest-framework/': 'drf',
  'https://github.com/wagtail/wagtail.git': 'wagtail',
  'https://github.com/pennersr/django-allauth/issues': 'django-allauth',
  'https://github.com/netbox-community/netbox/tree/main/docs': 'netbox',
  'https://www.github.com/jazzband/django-silk': 'silk',
  'http://github.com/Tivix/django-cron': 'django_cron',
  'HTTPS://GITHUB.COM/DJANGO/DAPHNE': 'daphne',
  'github.com/grantjenks/python-diskcache': 'diskcache',
  'git@github.com:strawberry-graphql/strawberry-django.git': 'strawberry-graphql-django',
  'ssh://git@github.com/saleor/saleor.git': 'saleor',
  'git+https://github.com/evansd/whitenoise.git@main': 'whitenoise',
  'https://github.com/Bearle/django_private_chat2#readme': 'django_private_chat2',
  'https://bitbucket.org/psam/django-postman': 'django-postman',
  'https://pypi.org/project/djangorestframework/': 'drf',
  'https://pypi.org/project/social-auth-app-django': 'social-app-django',
  'https://pypi.org/project/Django-Select2/8.2.0/': 'django-select2',
  'https://pypi.org/project/factory_boy/#history': 'factory_boy',
  'https://pypi.python.org/pypi/django-tagging': 'django-tagging__maintained',
  'http://pypi.python.org/pypi/rules/': 'django-rules',
  'pypi.org/project/django-celery': 'django-celery',
};

/** Titles and URLs of grids, complete and partial. */
const grids: Record<string, string> = {
  'Workers, Queues, and Tasks': 'grid:workers-queues-tasks',
  'workers-queues-tasks': 'grid:workers-queues-tasks',
  'workers and queues': 'grid:workers-queues-tasks',
  'Django Q vs Celery': 'grid:djq_vs_celery',
  djq_vs_celery: 'grid:djq_vs_celery',
  'celery vs django q': 'grid:djq_vs_celery',
  // The two titles differ by a word.
  'E-Commerce': 'grid:ecommerce grid:e-commerce-shop',
  'e-commerce-shop': 'grid:e-commerce-shop',
  ecommerce: 'grid:ecommerce grid:e-commerce-shop',
  'DCIM / CMDB': 'grid:dcim-cmdb',
  cmdb: 'grid:dcim-cmdb',
  'API creation': 'grid:api',
  'trees and graphs': 'grid:trees-and-graphs',
  graphs: 'grid:trees-and-graphs',
  'health checkers': 'grid:healt-checkers',
  // The URL is spelt like this.
  'healt-checkers': 'grid:healt-checkers',
  'storage backend': 'grid:storage-backends',
  'asset manager': 'grid:asset-managers',
  'model audit': 'grid:model-audit',
  multitenancy: 'grid:multi-tenancy',
  'multi-tenancy': 'grid:multi-tenancy',
  'admin styling': 'grid:admin-styling',
  'DEVELOPER TOOLS': 'grid:developer-tools',
  permissions: 'grid:perms',
  perms: 'grid:perms',
  caching: 'grid:caching',
  websockets: 'grid:websockets',
  GraphQL: 'grid:graphql',
  'this site': 'grid:this-site',
  cms: 'grid:cms',
};

/** Realistic queries with results judged from the catalogue alone. */
export const judgedQueries: JudgedQuery[] = [
  ...judged('name', names),
  ...judged('misspelt', misspelt),
  ...judged('concept', concepts),
  ...judged('operator', operators),
  ...judged('url', urls),
  ...judged('grid', grids),
];

function judged(kind: Kind, answers: Record<string, string | [string, string?]>): JudgedQuery[] {
  return Object.entries(answers).map(([query, answer]) => {
    const [wanted, unwanted] = typeof answer === 'string' ? [answer] : answer;
    return { query, kind, wanted: items(wanted), unwanted: items(unwanted) };
  });
}

function items(slugs = ''): string[] {
  return Array.from(slugs.matchAll(/\S+/g), ([slug]) =>
    slug.startsWith('grid:') ? slug : `package:${slug}`,
  );
}
