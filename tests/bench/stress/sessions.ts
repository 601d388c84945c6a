import { SESSION_COOKIE } from '@/lib/http/session-cookie';
import { openReader, type Reader, type Reply } from '../traffic/reader';
import { repeat, type Scene } from './scene';

/** Two signed-in users and an anonymous one, requesting the same pages in turn. */
export async function readSignedIn(scene: Scene): Promise<void> {
  const reader = openReader(scene.port);
  let turn = 0;
  await repeat(scene, 'sessions', () => {
    // A new search, so anything cached for it comes from these requests.
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
  return isShared ? 'a response for a session may be cached by others' : undefined;
}

function faultOfAnonymous({ status, headers }: Reply, allowed: string[]): string | undefined {
  if (status !== 200) return `status ${status}`;
  if (headers['set-cookie']) return 'a cached response sets a cookie';
  const xCache = String(headers['x-cache']);
  return allowed.includes(xCache) ? undefined : `someone without a session got a ${xCache}`;
}
