import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { auth, signInKey } from '@/db/auth';
import { CLI } from '@/server/cli/child';
import { useEmptyDatabase } from '@/tests/tools/database';

useEmptyDatabase();

/** Runs `npm run cli -- user` with this text as its input. */
function user(words: string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...CLI, 'user', ...words], {
    ...{ encoding: 'utf8', timeout: 20_000, input },
  });
  return { stdout, stderr, status };
}

const signIn = (name: string, password: string) =>
  auth().api.signInEmail({ body: { email: signInKey(name), password } });

test('adds an account, changes its role and password, and lists it', async () => {
  expect(user(['add', 'Ada', 'admin'], 'correct horse\n')).toEqual({
    ...{ stdout: 'Added Ada as admin.\n', stderr: '', status: 0 },
  });
  const { token } = await signIn('ada', 'correct horse');
  expect(user(['role', 'ada', 'moderator']).status).toBe(0);
  expect(user(['list']).stdout).toBe('Ada  moderator\n');

  expect(user(['password', 'Ada'], 'battery staple').status).toBe(0);
  await expect(signIn('ada', 'correct horse')).rejects.toThrow('Invalid');
  expect((await signIn('ada', 'battery staple')).token).not.toBe(token);
  expect(await (await auth().$context).internalAdapter.findSession(token)).toBeNull();
}, 30_000);

test('deletes an account, but not the only admin', () => {
  const given = 'correct horse';
  for (const name of ['Root', 'Eve']) user(['add', name, 'admin'], given);
  expect(user(['remove', 'eve'])).toMatchObject({ stdout: 'Deleted eve.\n', status: 0 });
  expect(user(['list']).stdout).not.toMatch(/eve|deleted/i);
  expect(user(['remove', 'eve']).stderr).toContain('There is no account eve.');
  expect(user(['remove', 'root']).stderr).toContain('root is the only admin');
  expect(user(['list']).stdout).toContain('Root  admin');
}, 90_000);

test.each([
  [['add', 'Ada'], 'The account Ada already exists.'],
  [['add', 'a b'], 'The name may contain letters, digits, and hyphens between them only.'],
  [['add', 'Bob', 'owner'], 'The role must be one of new, editor, trusted, moderator, admin.'],
  [['add', 'Bob'], 'The password must have at least 10 characters.'],
  [['role', 'nobody', 'admin'], 'There is no account nobody.'],
  [['role', 'Ada'], 'Usage: npm run cli -- user <command>'],
  [[], 'Usage: npm run cli -- user <command>'],
])(
  '%j fails and says why',
  (words, reason) => {
    const { stderr, status } = user(words, 'short');
    expect(stderr).toContain(reason);
    expect(status).toBe(1);
  },
  30_000,
);
