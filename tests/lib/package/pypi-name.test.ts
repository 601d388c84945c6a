import { expect, test } from 'vitest';
import { isPypiName, nameInPypiAddress, pypiNameOf } from '@/lib/package/pypi-name';

test.each([
  ['django-q', 'django-q'],
  ['Django', 'Django'],
  ['/django-q/', 'django-q'],
  ['django-q/', 'django-q'],
  ['http://pypi.python.org/pypi/django-q', 'django-q'],
  ['https://pypi.python.org/pypi/django-q/', 'django-q'],
  ['https://pypi.org/project/django-q/', 'django-q'],
  ['https://pypi.org/project/django-q', 'django-q'],
  ['https://pypi.org/project/django-q/1.3.9/', 'django-q'],
  ['https://pypi.org/project/django-q/#history', 'django-q'],
  ['https://pypi.org/project/django-q?x=1', 'django-q'],
  ['https://www.pypi.org/project/django-q/', 'django-q'],
  ['HTTPS://PyPI.org/project/Django-Q/', 'Django-Q'],
  ['https://pypi.org/pypi/django-q/json', 'django-q'],
  ['https://pypi.org/simple/django-q/', 'django-q'],
  ['//pypi.org/project/django-q/', 'django-q'],
  ['pypi.org/project/django-q/', 'django-q'],
  ['  https://pypi.org/project/django-q/  ', 'django-q'],
  ['http-parser', 'http-parser'],
  ['zope.interface', 'zope.interface'],
  ['django_filter', 'django_filter'],
  ['a', 'a'],
  ['3to2', '3to2'],
])('%j means the project %s', (pypiUrl, name) => {
  expect(pypiNameOf(pypiUrl)).toBe(name);
});

test.each(['', '   ', '\n'])('%j means no project', (pypiUrl) => {
  expect(pypiNameOf(pypiUrl)).toBeNull();
});

test.each([
  'https://github.com/acme/acme',
  'https://pypi.org/',
  'https://pypi.org/project/',
  'https://pypi.org.example.org/project/acme/',
  'https://pypi.org/project/a%2Fb/',
  'a/b',
  '..',
  '-acme',
  'acme-',
  'acme; rm -rf /',
  'acme --index-url=https://example.org',
  'javascript:alert(1)',
  'naïve',
  `a${'b'.repeat(255)}`,
])('%j is not a valid PyPI name', (pypiUrl) => {
  expect(pypiNameOf(pypiUrl)).toBeUndefined();
});

test('a name of the maximum length is valid, a longer one is not', () => {
  expect(isPypiName('a'.repeat(255))).toBe(true);
  expect(isPypiName('a'.repeat(256))).toBe(false);
});

test('only PyPI URLs contain a project name', () => {
  expect(nameInPypiAddress('https://pypi.org/project/celery/')).toBe('celery');
  expect(nameInPypiAddress('celery')).toBeUndefined();
  expect(nameInPypiAddress('https://github.com/celery/celery')).toBeUndefined();
});
