const words = (text: string) => text.trim().split(/\s+/);
const phrases = (text: string) => text.trim().split(/\s*\n\s*/);

export const prefixes = words(
  'django django django django django django drf wagtail djangocms dj python',
);

export const adjectives = words(`
  active adaptive advanced agile async atomic auto basic better bulk cached classy clean clear cloud compact composite
  custom dynamic easy elastic embedded encrypted extended extra fast fancy flexible fluent friendly full generic global
  graph handy hashed hybrid instant json keyed lazy lean light linked live local managed mega micro mini model modern
  modular multi native nested offline open ordered partial plain polymorphic portable private pretty quick rapid
  reactive recursive remote rich robust safe scoped secure shared signed simple slim smart social solid sortable
  static sticky strict super tagged tenant timed tiny total traced tree typed unified universal versioned virtual wide
`);

export const things = words(`
  accounts activity address admin alerts analytics api archive assets attachments audit auth avatars backups badges
  ballots banners billing blocks blog bookmarks booking boxes breadcrumbs bulletin cache calendar campaigns captcha
  carousel cart catalog charts chat checkout choices cms comments components configuration consent contacts content
  cookies countries coupons crawler cron currencies dashboard debug deploy diff documents downloads editor email embed
  events excel export facets favicons feature-flags feedback feeds fields files filters fixtures forms forum gallery
  geo graphql groups guardian health history hooks htmx icons images imports inbox inventory invitations invoices
  jobs labels landing languages ledger likes links lists locks logging loyalty mail maps markdown media menus messages
  metrics migrations money monitor navigation newsletter notes notifications oauth objects orders pages pagination
  passwords payments pdf permissions phone photos pipelines plugins polls portfolio preferences presence pricing
  products profiles proxy queues quiz quotas ratings reactions reader redirects redis registration reports reviews
  revisions roles rules schedules search seo sessions settings shipping shop signals sitemaps slugs snippets sso
  statistics storage stories subscriptions surveys tables tags tasks taxes teams templates tenants themes threads
  tickets tokens tracking translations tree uploads urls users uuid validators vault video views voting vouchers
  webhooks websockets widgets wiki wizard workflow workers xml zones
`);

export const sorts = phrases(`
  reusable app
  small library
  drop-in replacement
  set of template tags
  collection of model fields
  thin wrapper
  complete toolkit
  middleware
  management command
  class-based view
  pluggable backend
  starting point
`);

export const qualities = phrases(`
  with sensible defaults
  without any dependency but Django
  tested against every supported release
  that stays out of your way
  built on the ORM alone
  with a documented Python API
  for sites with many tenants
  that works with or without JavaScript
  with support for PostgreSQL, MySQL and SQLite
  that scales to millions of rows
  with hooks for your own rules
  with an optional REST interface
`);

export const remarks = phrases(`
  Used in production since its first release.
  Configuration lives in one settings dictionary.
  Comes with templates for Bootstrap and plain HTML.
  Translated into a dozen languages.
  Fully typed and covered by tests.
  Needs no change to your models.
  Originally a fork of an older project that is no longer kept up.
  Administrators can change everything without a deployment.
  Pairs well with Celery and Redis.
  The documentation has a tutorial and a full reference.
`);

export const featureNames = phrases(`
  Admin integration
  Async views
  Audit log
  Background tasks
  Bulk operations
  Caching
  Class-based views
  Custom user model
  Database backends
  Django REST framework
  Documentation
  Dry run
  Email notifications
  Encryption at rest
  Example project
  Export to CSV
  File storage
  Full-text search
  GraphQL
  Groups and roles
  HTMX support
  Import from CSV
  Inline editing
  Keyboard navigation
  Licence
  Localisation
  Management commands
  Migrations
  Model mixins
  Multi-tenancy
  Object permissions
  Own tables
  Pagination
  Python versions
  Rate limits
  REST interface
  Retries
  Scheduled runs
  Signals
  Soft delete
  Status page
  Template tags
  Theming
  Type hints
  Versioning
  Webhooks
  Works offline
  Works without JavaScript
`);

export const answers = phrases(`
  through a plugin
  partly
  planned
  PostgreSQL only
  PostgreSQL, MySQL, SQLite
  Redis, RabbitMQ, Amazon SQS
  with django-storages
  since 2.0
  >=3.10
  MIT
  BSD-3-Clause
  12
  Read the Docs, with a tutorial
  needs a paid account
  by subclassing one of its views, as the documentation shows
  clear_expired, rebuild_index and 3 more
`);

export const people = words(`
  amber basil cedar delta ember fjord grove hazel indigo jasper kestrel larch maple nova onyx pixel quartz river
  sable tundra umber velvet willow xenon yarrow zephyr
`);

export const licences = words(`
  MIT MIT MIT MIT BSD-3-Clause BSD-3-Clause BSD-3-Clause Apache-2.0 BSD-2-Clause GPL-3.0 LGPL-3.0 MPL-2.0 ISC Unlicense
`);

export const statuses = [
  '5 - Production/Stable',
  '5 - Production/Stable',
  '5 - Production/Stable',
  '4 - Beta',
  '4 - Beta',
  '3 - Alpha',
  '2 - Pre-Alpha',
  '7 - Inactive',
];

/** Newest first. */
export const djangoCycles = words('6.1 6.0 5.2 5.1 5.0 4.2 4.1 4.0 3.2 3.1 3.0 2.2 2.0 1.11 1.8');
export const pythonCycles = words('3.14 3.13 3.12 3.11 3.10 3.9 3.8 3.7 3.6 3.5 2.7');
