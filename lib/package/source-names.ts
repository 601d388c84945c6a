/** Display names of the catalogue's source keys. */
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

/** The display name of a source, or its key if it has none. */
export function sourceName(key: string): string {
  return names[key] ?? key;
}
