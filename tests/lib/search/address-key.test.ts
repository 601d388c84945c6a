import { expect, test } from 'vitest';
import { addressKey } from '@/lib/search/address-key';

test.each([
  ['https://github.com/Celery/Celery', '@github.com/celery/celery'],
  ['http://www.github.com/celery/celery.git', '@github.com/celery/celery'],
  ['github.com/celery/celery/issues/12?q=1#top', '@github.com/celery/celery'],
  ['git@github.com:celery/celery.git', '@github.com/celery/celery'],
  ['git+https://github.com/celery/celery.git@main', '@github.com/celery/celery'],
  ['https://gitlab.com/group/sub/project/-/tree/main', '@gitlab.com/group/sub/project'],
  ['https://pypi.org/project/Django_Q/', '@pypi/django-q'],
  ['pypi.python.org/pypi/celery/5.1', '@pypi/celery'],
])('%j is a URL', (text, key) => {
  expect(addressKey(text)).toBe(key);
});

test.each(['celery', 'a/b', 'https://example.com/', 'https://github.com/celery', 'e.g. forms'])(
  '%j is not a URL',
  (text) => {
    expect(addressKey(text)).toBeUndefined();
  },
);
