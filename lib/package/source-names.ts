/** Display names of the catalogue's source keys. */
const names: Record<string, string> = {
  seed: 'the djangopackages.org API',
  'api capture': 'a public capture of the djangopackages.org API',
  'reference documentation': 'the djangopackages.org documentation',
  'django-packages-miner': 'the django-packages-miner dataset',
  pypi: 'PyPI',
  'git snapshot': 'its repository',
  'snapshot, confirmed by api capture':
    'its repository, confirmed by a capture of the djangopackages.org API',
  'ecosyste.ms': 'awesome.ecosyste.ms',
};

/** The display name of a source, or its key if it has none. */
export function sourceName(key: string): string {
  return names[key] ?? key;
}
