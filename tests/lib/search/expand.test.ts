import { expect, test } from 'vitest';
import { expand, type Vocabulary } from '@/lib/search/expand';

const known = ['login', 'form', 'queue', 'sign', 'in', 'the', 'celery', 'rabbit mq', 'allauth'];

const vocabulary: Vocabulary = {
  isKnown: (words) => known.includes(words.join(' ')),
  listNearTerms: (word) => (word === 'celrey' ? ['celery'] : []),
  listTermsFrom: (beginning) => (beginning === 'celer' ? ['celery'] : []),
  listSynonyms: (words) => (words.join(' ') === 'sign in' ? [['login']] : []),
};

const groupsOf = (text: string) =>
  expand(text.split(' '), vocabulary).groups.map((group) => group.map((it) => it.join(' ')));

test.each([
  ['sign in', [['sign in', 'login']]],
  // A stop word outside a synonym is optional.
  ['queue in the form', [['queue'], ['form']]],
  ['how to sign in with django', [['sign in', 'login']]],
  ['in the', [['in'], ['the']]],
  ['django', [['django']]],
  ['all auth', [['all auth', 'allauth']]],
  ['rabbitmq', [['rabbitmq', 'rabbit mq']]],
])('%j expands to %j', (text, groups) => {
  expect(groupsOf(text)).toEqual(groups);
});

test('a prefix of words is completed, a misspelt word corrected', () => {
  expect(expand(['celer'], vocabulary)).toMatchObject({ isUnfinished: true, corrected: undefined });
  expect(expand(['celrey'], vocabulary)).toMatchObject({ corrected: ['celery'] });
});
