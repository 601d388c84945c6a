import { SESSION_COOKIE } from '@/lib/http/session-cookie';
import { openReader, type Reader, type Reply } from '../traffic/reader';
import { repeat, type Scene } from './scene';

/** Two people who are signed in and one who is not, all of whom read the same pages in turn. */
export async function readSignedIn(scene: Scene): Promise<void> {
  const reader = openReader(scene.port);
  let turn = 0;
  await repeat(scene, 'sessions', () => {
    // A search that nobody has made: what is kept of it, these have made.
    const own = `/packages/?q=session${turn++}`;
    const path = scene.chance.isLucky(0.5) ? scene.pick() : own;
    return takeTurns(scene, reader, path, path === own);
  });
  await reader.close();
}

async function takeTurns({ faults }: Scene, reader: Reader, path: string, isNew: boolean) {
  const ask = (cookie?: string) =>
    reader.ask(path, cookie === undefined ? {} : { Cookie: `${SESSION_COOKIE}=${cookie}` });
  const note = (fault: string | undefined) => {
    if (fault !== undefined) faults.add(`session ${path}: ${fault}`);
  };
  note(faultOfSession(await ask('first')));
  note(faultOfSession(await ask('second')));
  note(faultOfAnonymous(await ask(), isNew ? ['miss'] : ['hit', 'miss']));
  note(faultOfSession(await ask('first')));
  note(faultOfAnonymous(await ask(), ['hit', 'miss']));
}

function faultOfSession({ status, headers }: Reply): string | undefined {
  if (status !== 200) return `status ${status}`;
  if (headers['x-cache'] !== 'bypass') return `a session got a ${String(headers['x-cache'])}`;
  const isShared = /public|s-maxage/.test(String(headers['cache-control']));
  return isShared ? 'others may keep what a session got' : undefined;
}

function faultOfAnonymous({ status, headers }: Reply, allowed: string[]): string | undefined {
  if (status !== 200) return `status ${status}`;
  if (headers['set-cookie']) return 'a kept answer sets a cookie';
  const said = String(headers['x-cache']);
  return allowed.includes(said) ? undefined : `someone without a session got a ${said}`;
}
