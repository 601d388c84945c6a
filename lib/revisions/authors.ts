/** Who makes the changes that no present account has made, by their source. */
export const sources = {
  seed: 'the shipped catalogue',
  import: 'an import',
  site: 'a deleted account',
  collector: 'the collectors',
  command: 'the site’s operator',
};
