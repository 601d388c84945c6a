import { expect, test } from 'vitest';
import { projectKeys } from '@/lib/search/project-keys';
import { readRequirement } from '@/lib/requirements/read';

test.each([
  ['Django_Q==1.3.9', ['@pypi/django-q']],
  [
    'celery[redis] @ https://github.com/celery/celery.git',
    ['@github.com/celery/celery', '@pypi/celery'],
  ],
  ['https://github.com/awesto/django-shop/tree/main', ['@github.com/awesto/django-shop']],
  [
    '-e git+ssh://git@github.com/me/fork.git@main#egg=Celery',
    ['@github.com/me/fork', '@pypi/celery'],
  ],
  [
    'https://files.pythonhosted.org/packages/ab/cd/celery-5.3.0-py3-none-any.whl',
    ['@files.pythonhosted.org/packages/ab/cd/celery-5.3.0-py3-none-any.whl', '@pypi/celery'],
  ],
  ['pkg:pypi/celery@5.3.0', ['@pypi/celery']],
])('%s has the keys %s', (text, keys) => {
  const entry = readRequirement(text);
  expect(entry.kind === 'read' ? projectKeys(entry) : entry).toEqual(keys);
});
