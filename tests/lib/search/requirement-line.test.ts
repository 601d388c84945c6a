import { expect, test } from 'vitest';
import { requirementIn } from '@/lib/search/requirement-line';

test.each([
  ['celery[redis]==5.3.4', 'celery'],
  ['celery[redis,auth]>=4,<6', 'celery'],
  ['django-allauth>=0.50  # comment', 'django-allauth'],
  ['Django_Filter ~= 24.1 ; python_version < "3.12"', 'django-filter'],
  ['celery @ https://github.com/celery/celery/archive/main.zip', 'celery'],
  ['-e git+https://github.com/celery/celery.git#egg=Celery', 'celery'],
  ['pkg:pypi/django-cms@4.1', 'django-cms'],
  ['celery 5.3.4', 'celery'],
  ['celery==5.3.4 --hash=sha256:abc', 'celery'],
  ['"celery[redis]>=5",', 'celery'],
  ["'celery>=5'", 'celery'],
  ['celery = "^5.3"', 'celery'],
  ['celery = {version = "^5.3", extras = ["redis"]}', 'celery'],
  ['pip install django-redis', 'django-redis'],
  ['$ python -m pip install -U "django-redis[hiredis]"', 'django-redis'],
  ['uv add django-redis', 'django-redis'],
  ['poetry add django-redis@5.4', 'django-redis'],
])('%j requires %s', (text, name) => {
  expect(requirementIn(text)?.name).toBe(name);
});

test.each([
  'celery',
  'task queue',
  '"task queue"',
  '"celery"',
  'n+1',
  'select 2',
  'celery django',
  'queue -celery',
  'django:5.2 admin',
  'C# bindings',
  'what?!',
  'a > b and c',
  '# a comment',
  '-r requirements.txt',
  'x'.repeat(10_000),
  '=='.repeat(5000),
])('%j is a normal search', (text) => {
  expect(requirementIn(text)).toBeUndefined();
});
