import { expect, test } from 'vitest';
import { profileFields } from '@/lib/accounts/profile-fields';

const profile = {
  ...{ name: 'ada', about: '', githubAccount: '', gitlabAccount: '', bitbucketAccount: '' },
  sharesFavorites: 'no',
};

test('empty accounts at hosts are null, and texts are trimmed', () => {
  expect(profileFields.parse({ ...profile, about: ' Likes\r\nengines. ' })).toEqual({
    ...{ name: 'ada', about: 'Likes\nengines.', sharesFavorites: false },
    ...{ githubAccount: null, gitlabAccount: null, bitbucketAccount: null },
  });
});

test.each([
  ['name', 'edit'],
  ['name', 'sessions'],
  ['name', 'Deleted'],
  ['name', 'deleted:1'],
  ['about', 'x'.repeat(1001)],
  ['githubAccount', 'https://github.com/ada'],
  ['gitlabAccount', '../admin'],
  ['sharesFavorites', 'maybe'],
])('%s may not be %j', (field, value) => {
  const { error } = profileFields.safeParse({ ...profile, [field]: value });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
