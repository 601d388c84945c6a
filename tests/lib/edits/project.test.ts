import { describe, expect, test } from 'vitest';
import { prefill } from '@/lib/edits/prefill';
import { nameOfProject, projectKey, readProject } from '@/lib/edits/project';
import { spellings } from './spellings';

test.each(spellings)('%s is a repository', (text) => {
  const project = readProject(text);
  expect(project?.by).toBe('repository');
  expect(project && projectKey(project)).toBe('@github.com/celery/celery');
  expect(project?.by === 'repository' && project.url.toLowerCase()).toBe(
    'https://github.com/celery/celery',
  );
});

test.each([
  ['git@gitlab.com:Group/Sub/Project.git', 'https://gitlab.com/Group/Sub/Project'],
  ['https://gitlab.com/Group/Sub/Project/-/tree/main', 'https://gitlab.com/Group/Sub/Project'],
  ['http://git.example.org/Team/Thing', 'http://git.example.org/Team/Thing'],
])('%s keeps its case and the scheme of its host', (text, url) => {
  expect(readProject(text)).toEqual({ by: 'repository', url });
});

test.each([
  'django-quaggamire',
  'Django_Quaggamire',
  'django.quaggamire',
  'https://pypi.org/project/django-quaggamire/',
  'https://pypi.org/project/django-quaggamire/1.2.3/#files',
  'pypi.org/simple/django-quaggamire',
  'https://pypi.python.org/pypi/Django-Quaggamire',
  'pip install django-quaggamire',
  'python -m pip install django-quaggamire',
  'uv add django-quaggamire',
  'django-quaggamire[redis]>=2.0',
  'django-quaggamire~=1.4; python_version < "3.12"',
])('%s is a project on PyPI', (text) => {
  const project = readProject(text);
  expect(project?.by).toBe('pypi');
  expect(project && projectKey(project)).toBe('@pypi/django-quaggamire');
});

test.each([
  ['https://djangopackages.org/packages/p/celery/', 'celery'],
  ['/packages/p/old-huey/score/', 'old-huey'],
  ['http://localhost:3000/api/v4/packages/celery/', 'celery'],
])('%s is the page of a package', (text, slug) => {
  expect(readProject(text)).toEqual({ by: 'page', slug });
});

test.each([
  '',
  '   ',
  'two words',
  'https://github.com/django',
  'https://github.com/',
  'https://pypi.org/project/-/',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  'https://djangopackages.org/grids/g/cms/',
  '-',
  'x'.repeat(1000),
])('%j is no project', (text) => {
  expect(readProject(text)).toBeUndefined();
});

describe('the form begins with what follows from', () => {
  const empty = { category: 'apps', description: '', documentation: '' };
  test('a repository', () => {
    const project = { by: 'repository', url: 'https://github.com/zebras/Quagga' } as const;
    expect(prefill(project, 'apps')).toEqual({
      ...{ ...empty, title: 'Quagga', pypi: '' },
      repository: 'https://github.com/zebras/Quagga',
    });
  });

  test('a name on PyPI', () => {
    const project = { by: 'pypi', name: 'Django_Quagga' } as const;
    expect(prefill(project, 'apps')).toEqual({
      ...{ ...empty, title: 'Django_Quagga', pypi: 'Django_Quagga', repository: '' },
    });
    expect(nameOfProject({ by: 'page', slug: 'celery' })).toBe('celery');
  });
});
