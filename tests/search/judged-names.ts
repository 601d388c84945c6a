// A plain slug is a package, and one with "grid:" a grid.

/** Each names one package, unless two share the name. */
export const names: Record<string, string> = {
  // The names themselves: title, slug, PyPI name, import name.
  celery: 'celery',
  // The package and the grid share the name.
  'Django REST framework': 'drf grid:django-rest-framework',
  djangorestframework: 'drf',
  drf: 'drf',
  'django-debug-toolbar': 'django-debug-toolbar',
  'Django Ninja': 'django-ninja',
  'Python Social Auth - Django': 'social-app-django',
  'social-auth-app-django': 'social-app-django',
  'Lightning Fast Shop': 'django-lfs',
  'Simple JWT': 'djangorestframework-simplejwt',
  'djangorestframework-jsonapi': 'django-rest-framework-json-api',
  'django-silk': 'silk',
  'django-cacheops': 'cacheops',
  'django-tagging': 'django-tagging__maintained',
  'django-q': 'django-q',
  'django q2': 'django-q2',
  rules: 'django-rules',
  environs: 'environs',
  channels: 'channels',
  'django cms': 'django-cms',
  whitenoise: 'whitenoise',
  // What a project writes in INSTALLED_APPS.
  crispy_forms: 'django-crispy-forms',
  formtools: 'django-formtools',

  // Without "django" or another fixed part of the name.
  allauth: 'django-allauth',
  'debug toolbar': 'django-debug-toolbar',
  taggit: 'django-taggit',
  oscar: 'django-oscar',
  guardian: 'django-guardian',
  reversion: 'django-reversion',
  extensions: 'django-extensions',
  storages: 'django-storages',
  unfold: 'django-unfold',
  constance: 'django-constance',
  mptt: 'django-mptt',
  knox: 'django-rest-knox',
  spectacular: 'drf-spectacular',
  simplejwt: 'djangorestframework-simplejwt',
  'celery beat': 'django-celery-beat',
  'two factor auth': 'django-two-factor-auth',
  apscheduler: 'django-apscheduler',
  decouple: 'python-decouple',
  strawberry: 'strawberry-graphql-django',

  // Joined, split, and with other separators.
  restframework: 'drf',
  // The package and the grid share the name.
  'rest framework': 'drf grid:django-rest-framework',
  crispyforms: 'django-crispy-forms',
  'all auth': 'django-allauth',
  'white noise': 'whitenoise',
  debugtoolbar: 'django-debug-toolbar',
  djangoq: 'django-q',
  'django ql': 'djangoql',
  'simple-jwt': 'djangorestframework-simplejwt',
  factoryboy: 'factory_boy',
  'factory boy': 'factory_boy',
  'model bakery': 'model-bakery',
  'pytest-django': 'pytest_django',
  'pytest django': 'pytest_django',
  'channels-redis': 'channels_redis',
  django_debug_toolbar: 'django-debug-toolbar',
  'django-dramatiq': 'django_dramatiq',
  django_post_office: 'django-post-office',
  drfspectacular: 'drf-spectacular',
  'dj rest auth': 'dj-rest-auth',
  'swamp dragon': 'swampdragon',
  'select 2': 'django-select2',
  'web test': 'django-webtest',
  'disk cache': 'diskcache',
  'n plus one': 'nplusone',
  'elastic search dsl': 'django-elasticsearch-dsl',
  'private chat 2': 'django_private_chat2',
  'net box': 'netbox',
  // Owner and repository, as people write them.
  'django/channels': 'channels',

  // Upper case, plural, singular, and the beginning of a name.
  CELERY: 'celery',
  'DRF-YASG': 'drf-yasg',
  'DJANGO-FILTER': 'django-filter',
  'Wagtail CMS': 'wagtail',
  'django filters': 'django-filter',
  'django storage': 'django-storages',
  'django extension': 'django-extensions',
  'django channel': 'channels',
  'crispy form': 'django-crispy-forms',
  'widget tweak': 'django-widget-tweaks',
  celer: 'celery',
  procras: 'procrastinate',
  wagt: 'wagtail',
  mezz: 'mezzanine',
  'django-deb': 'django-debug-toolbar',
  'drf-spec': 'drf-spectacular',
};

/** What a Django developer who knows the catalogue would expect. */
export const concepts: Record<string, string> = {
  // Background work.
  'task queue': 'grid:workers-queues-tasks celery django-q2 huey django-tasks',
  'background jobs': 'grid:workers-queues-tasks celery django-rq huey django-background-tasks',
  'job queue': 'grid:workers-queues-tasks celery django-rq huey',
  'asynchronous tasks': 'grid:workers-queues-tasks celery django-background-tasks django-tasks',
  'periodic tasks': 'django-celery-beat grid:cron grid:workers-queues-tasks celery django-q2',
  'job scheduler': 'grid:cron django-apscheduler django-celery-beat django-crontab',
  'scheduled tasks': 'grid:cron django-celery-beat django-apscheduler django-kronos',
  // Known only from the row "Broker" of a grid.
  rabbitmq: 'celery django_dramatiq grid:workers-queues-tasks',
  'redis queue': 'django-rq huey django-q2 grid:workers-queues-tasks',
  'postgres task queue': 'procrastinate',

  // Accounts, signing in, permissions.
  'jwt auth': 'djangorestframework-simplejwt djoser dj-rest-auth grid:authentication',
  'json web token': 'djangorestframework-simplejwt django-graphql-jwt',
  'social login': 'django-allauth social-app-django grid:authentication',
  'two factor': 'django-two-factor-auth django-otp grid:authentication',
  '2fa': 'django-two-factor-auth django-otp grid:authentication',
  auth: 'grid:authentication django-allauth dj-rest-auth django-auth-ldap',
  'sign up': 'grid:authentication django-registration django-allauth',
  'user registration': 'django-registration django-allauth dj-rest-auth grid:authentication',
  'openid connect': 'mozilla-django-oidc django-allauth grid:authentication',
  'oauth2 server': 'django-oauth-toolkit grid:authentication',
  ldap: 'django-auth-ldap',
  passkeys: 'grid:authentication django-allauth django-two-factor-auth',
  // Known only from the description of a feature.
  webauthn: 'grid:authentication django-allauth django-two-factor-auth',
  'passwordless login': 'django-sesame django-allauth grid:authentication',
  'failed login attempts': 'django-axes',
  // What "Lockout" is for.
  'brute force protection': 'django-axes grid:authentication',
  'token authentication': 'django-rest-knox djangorestframework-simplejwt grid:authentication',
  'object level permissions': 'django-guardian django-rules django-authority grid:perms',
  'role based access control': 'django-role-permissions grid:perms',
  // The description says "authorization".
  authorisation: 'grid:perms django-rules django-guardian',

  // APIs and forms.
  'rest api': 'drf grid:api grid:django-rest-framework django-ninja django-tastypie',
  openapi: 'drf-spectacular drf-yasg django-ninja grid:api',
  'swagger docs': 'drf-yasg drf-spectacular grid:api',
  // Two other words for "Throttling".
  'rate limiting': 'grid:api drf',
  pagination: 'grid:api grid:django-rest-framework drf',
  'nested resources': 'drf-nested-routers drf-extensions grid:django-rest-framework',
  'filter querysets': 'django-filter',
  'graphql server': 'ariadne graphene-django strawberry-graphql-django grid:graphql',
  'graphql subscriptions': 'strawberry-graphql-django grid:graphql',
  'form wizard': 'django-formtools grid:forms',
  'bootstrap forms': 'django-crispy-forms django-formset grid:forms',
  'form rendering': 'grid:forms django-crispy-forms django-widget-tweaks django-floppyforms',
  'dynamic formsets': 'django-convenient-formsets django-formset',
  autocompletion: 'django-autocomplete-light django-select2 grid:forms',

  // Development and tests.
  profiler: 'silk django-debug-toolbar grid:developer-tools',
  'n+1 queries': 'nplusone django-zeal grid:developer-tools',
  'live reload': 'django-browser-reload',
  'backward incompatible migrations': 'django-migration-linter',
  'test fixtures': 'factory_boy model-bakery django-dynamic-fixture grid:testing',
  bdd: 'behave-django',
  'unit tests': 'grid:testing django-test-plus pytest_django',

  // Search and caching.
  'full text search': 'django-watson django-haystack grid:search',
  elasticsearch: 'django-elasticsearch-dsl django-haystack',
  // Known only from the row "Engine" of a grid.
  solr: 'django-haystack grid:search',
  'faceted search': 'django-haystack wagtail grid:search',
  'cache backend': 'django-redis django-valkey grid:caching',
  'queryset caching': 'cacheops django-cachalot django-cache-machine grid:caching',
  'cache invalidation': 'cacheops django-cachalot django-cache-machine grid:caching',
  memoization: 'django-cache-memoize',

  // Tenants, health, files.
  'multi tenant': 'grid:multi-tenancy django-tenants django-multitenant django-scopes',
  'postgres schemas': 'django-tenants django-tenant-schemas grid:multi-tenancy',
  'health check endpoint': 'grid:healt-checkers django-health-check django-watchman',
  'kubernetes probes': 'django-probes',
  'prometheus metrics': 'django-health-check grid:healt-checkers',
  's3 storage': 'django-storages grid:storage-backends',
  'image thumbnails': 'django-filer grid:storage-backends',
  'file uploads': 'django-filer django-storages grid:storage-backends',
  'remove unused files': 'django-cleanup django-cloudinary-storage grid:storage-backends',
  'minify javascript': 'django-compressor django-pipeline grid:asset-managers',
  'serve static files': 'whitenoise grid:asset-managers',
  scss: 'django-sass-processor django-compressor django-pipeline',
  // One description alone has the word.
  inline: 'django-compressor',
  bundler: 'django-webpack-loader django-vite grid:asset-managers',

  // The admin, tags, trees, settings.
  'admin theme':
    'grid:admin-styling django-jazzmin django-admin-interface django-unfold django-simpleui',
  'admin dashboard':
    'grid:admin-styling django-unfold django-jazzmin django-grappelli django-admin-tools',
  'tag cloud': 'grid:tagging django-tagulous django-tagging__maintained',
  tags: 'grid:tagging django-taggit django-tagulous',
  'hierarchical data': 'grid:trees-and-graphs django-mptt django-treebeard',
  'tree structure':
    'grid:trees-and-graphs django-treebeard django-mptt django-tree-queries django-treenode',
  'nested sets': 'django-mptt django-treebeard grid:trees-and-graphs',
  // A cell says "Materialized".
  'materialised path': 'django-treebeard grid:trees-and-graphs',
  'environment variables': 'django-environ environs python-decouple grid:configuration',
  env: 'django-environ environs python-decouple grid:configuration',
  '12 factor': 'django-environ',
  'live settings':
    'django-constance django-extra-settings django-dynamic-preferences grid:configuration',
  // One description alone has the word.
  wildcards: 'django-split-settings',

  // Mail, history, shops, sites.
  'transactional email': 'django-anymail django-templated-email django-post-office grid:email',
  'amazon ses': 'django-ses django-anymail',
  mailgun: 'django-anymail',
  'email queue': 'django-mailer django-post-office django-celery-email grid:email',
  'audit log': 'django-auditlog django-easy-audit grid:model-audit',
  'audit trail': 'django-auditlog django-easy-audit django-simple-history grid:model-audit',
  'model history': 'django-simple-history django-pghistory django-reversion grid:model-audit',
  'undo changes': 'django-reversion django-simple-history grid:model-audit',
  'online shop': 'grid:ecommerce grid:e-commerce-shop django-oscar django-shop saleor',
  // The description says "cart".
  'shopping basket': 'cartridge django-oscar grid:ecommerce',
  coupons: 'grid:ecommerce django-oscar saleor cartridge',
  'recurring billing': 'django-flexible-subscriptions',
  'headless commerce': 'saleor django-salesman',
  'content management': 'grid:cms wagtail django-cms mezzanine',
  'marketing website': 'coderedcms',

  // In real time, and networks.
  websocket: 'grid:websockets channels daphne djangochannelsrestframework django-websocket-redis',
  realtime: 'grid:websockets grid:chat channels swampdragon',
  'server sent events': 'django-eventstream grid:websockets',
  'asgi server': 'daphne',
  'private messages': 'grid:messaging pinax-messages django-messages django-postman',
  'typing indicator': 'grid:chat django_private_chat2',
  // The grid is written "data centre".
  'data center': 'grid:dcim-cmdb ralph netbox',
  'ip address management': 'netbox ralph grid:dcim-cmdb',
  bgp: 'peering-manager',
};
