/** What the keys of sources in the catalogue mean to a reader. */
const names: Record<string, string> = {
  seed: 'the API of djangopackages.org',
  'api capture': 'a public capture of the API of djangopackages.org',
  'reference documentation': 'the documentation of djangopackages.org',
  'django-packages-miner': 'the data set django-packages-miner',
  pypi: 'PyPI',
  'git snapshot': 'its repository',
  'snapshot, confirmed by api capture':
    'its repository, confirmed by a capture of the API of djangopackages.org',
  'ecosyste.ms': 'awesome.ecosyste.ms',
};

/** The name of a source for readers; its key where it has none. */
export function sourceName(key: string): string {
  return names[key] ?? key;
}
