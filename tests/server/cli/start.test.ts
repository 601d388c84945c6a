import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { findFreePort } from '@/tests/tools/free-port';

const port = String(await findFreePort());

/** Runs `npm start` with settings that must stop it before it does anything. */
function start(settings: Partial<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.server/start.js'], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, PORT: port, ...settings },
  });
  return { status, stdout, message: stderr };
}

test.each([
  ['PORT', 'http', 'PORT must be a whole number; it is "http".'],
  ['PORT', '70000', 'PORT must be from 1 to 65535; it is "70000".'],
  ['SITE_URL', 'https://example.org/packages', /^SITE_URL must be an origin .+ without a path/],
  ['SITE_TIME_ZONE', 'Nowhere', /^SITE_TIME_ZONE must be a time zone .+ it is "Nowhere"\.$/],
  ['DATABASE_PATH', '/dev/null/x', /^DATABASE_PATH can't be opened: .+ it is "\/dev\/null\/x"\.$/],
  ['DATABASE_PATH', tmpdir(), /^DATABASE_PATH can't be opened: unable to open database file/],
])(
  '%s %j stops the start with only a message that names it',
  (name, value, message) => {
    const result = start({ [name]: value });
    expect(result.message.trim()).toMatch(message);
    expect(result.message.trim()).not.toContain('\n');
    expect(result.stdout).toBe('');
    expect(result.status).toBe(1);
  },
  30_000,
);

test('a file that is not a database stops the start', () => {
  const path = join(inject('databaseFolder'), 'notes.txt');
  writeFileSync(path, 'These are my notes, and no database.\n'.repeat(100));
  const result = start({ DATABASE_PATH: path });
  expect(result.message).toMatch(/^DATABASE_PATH can't be opened: file is not a database/);
  expect(result.status).toBe(1);
}, 30_000);

test('a port in use stops the start with a message that names it', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(Number(port), resolve));
  const result = start({});
  server.close();
  expect(result.message.trim()).toBe(
    `PORT ${port} is in use by another program; set PORT to a free one.`,
  );
  expect(result.status).toBe(1);
}, 30_000);
