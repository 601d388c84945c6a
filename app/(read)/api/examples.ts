/** Example commands that can be run as they are, for the site's base URL. */
export function listExamples(base: string) {
  const curl = (path: string) => `curl '${base}/api/v4/${path}'`;
  return [
    { title: 'One package', command: curl('packages/django-q/') },
    {
      title: 'Active packages for task queues, most stars first',
      command: curl('packages/?q=task+queue&active=true&ordering=-repo_watchers'),
    },
    {
      title: 'Changes since a date, for keeping a copy in sync',
      command: curl('packages/?modified_since=2026-05-01&limit=500'),
    },
    { title: 'Compare two packages', command: curl('compare/?packages=celery,huey') },
    {
      title: 'A grid with all metrics, features and the source of each cell',
      command: curl('grids/websockets/table/'),
    },
    {
      title: 'Check a project’s requirements',
      command: `curl --data-binary @requirements.txt '${base}/api/v4/check/'`,
    },
    {
      title: 'Check a few packages',
      command: curl('check/?packages=celery==5.3.6,django-q'),
    },
  ];
}
