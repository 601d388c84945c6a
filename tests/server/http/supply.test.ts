import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { findPackage } from '@/db/queries/packages';
import { watchVersions } from '@/db/version';
import type { Answer } from '@/server/http/answer/answer';
import { formOf } from '@/server/http/answer/entry';
import { openCache } from '@/server/http/cache';
import { planFor } from '@/server/http/cache/plan';
import {
  readMessageToPrimary,
  readMessageToWorker,
  type MessageToPrimary,
  type MessageToWorker,
} from '@/server/http/cluster/messages';
import type { Answerer } from '@/server/origin/capture';
import { drawHere } from '@/server/origin/draw-here';
import { ownRequest } from '@/server/origin/own-request';
import { openPeers } from '@/server/http/peers';
import { ownerOf } from '@/server/http/peers/owner';
import { routesOf } from '@/server/http/routes';
import { supplyWith } from '@/server/http/supply';
import { openTurns, TooManyWaiting } from '@/server/http/turns';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const findRoute = routesOf(['/(read)/packages/p/[slug]/page']);
const findPlan = planFor({ findRoute, isStaticFile: () => false, PORT: 80 });

let slow: Promise<unknown> = Promise.resolve();
let isShared = true;

const nameStars: Answerer = async ({ url = '' }, response) => {
  const slug = /\/p\/([\w-]+)\//.exec(url)?.[1] ?? '';
  const stars = findPackage(slug)?.package.repoWatchers ?? 0;
  await slow;
  response.end(`${slug} has ${stars} stars. `.repeat(40));
};
const finish = ({ body, status }: { body: Buffer; status: number }): Answer => ({
  status,
  headers: { 'content-type': 'text/html', 'cache-control': 'public' },
  body,
  isShared,
});
const drawing = drawHere(nameStars, finish);

interface Fake {
  hear: (message: MessageToWorker) => void;
  drawn: number;
}

/** Workers in this process, with lines between them that pass on what they say as the primary does, but for what `lose` says. */
function openSite(count: number, lose: (message: MessageToPrimary) => boolean = () => false) {
  const fakes = new Map<number, Fake>();
  const ids = () => [...fakes.keys()];
  const tellAll = () => {
    for (const { hear } of fakes.values()) hear({ kind: 'workers', ids: ids() });
  };

  function openWorker(id: number) {
    const fake: Fake = { hear: () => undefined, drawn: 0 };
    const hearers: ((message: MessageToWorker) => void)[] = [];
    fake.hear = (message) => {
      for (const hear of hearers) hear(readMessageToWorker(structuredClone(message)));
    };
    const send = (said: MessageToPrimary) => {
      const message = readMessageToPrimary(structuredClone(said));
      if ('to' in message && !lose(message)) fakes.get(message.to)?.hear(message);
    };
    const peers = openPeers({ send, listen: (hear) => hearers.push(hear) }, id);
    const turns = openTurns({ most: 2, atOnce: 1 });
    const cache = openCache({ mostBytes: 2 ** 20, versions: watchVersions(), turns });
    const counting: typeof drawing = {
      ...drawing,
      draw: (...given) => {
        fake.drawn += 1;
        return drawing.draw(...given);
      },
    };
    const supply = supplyWith({ cache, drawing: counting, peers, findPlan });
    fakes.set(id, fake);
    return { fake, cache, supply, peers };
  }

  const workers = Array.from({ length: count }, (_, at) => openWorker(at + 1));
  tellAll();
  const end = (id: number) => {
    fakes.delete(id);
    tellAll();
  };
  return { workers, end };
}

type Worker = ReturnType<typeof openSite>['workers'][number];

function planOf(slug: string) {
  const url = `/packages/p/${slug}/`;
  const plan = findPlan(ownRequest({ url, host: 'a.test', accept: undefined }));
  if (plan.kind !== 'cacheable') throw new Error('This is for all.');
  return plan;
}

/** What a client of a worker gets for a page. */
async function ask({ cache, supply }: Worker, slug: string) {
  const plan = planOf(slug);
  const known = cache.find(plan.key);
  const { kept, source } = known
    ? { kept: known, source: 'hit' as const }
    : await supply(plan, 'gzip', () => true);
  return { source, text: String(await formOf(kept.entry, 'identity')), kept };
}

const addStar = (slug: string) =>
  database()
    .$client.prepare('update packages set repo_watchers = repo_watchers + 1 where slug = ?')
    .run(slug);

/** Two workers, the second of which draws the page of Celery. */
function openPair(lose?: (message: MessageToPrimary) => boolean) {
  const { workers, end } = openSite(2, lose);
  const { key } = planOf('celery');
  const owner = workers.findIndex(({ peers }) => peers.ownerOf(key) === undefined);
  const [asker, asked] = [workers[1 - owner], workers[owner]];
  if (!asker || !asked) throw new Error('There are two.');
  const endAsked = () => {
    end(owner + 1);
  };
  return { asker, asked, endAsked };
}

beforeEach(() => {
  [slow, isShared] = [Promise.resolve(), true];
});

afterEach(() => {
  vi.useRealTimers();
});

test('what one worker has drawn all others have', async () => {
  const { workers } = openSite(3);
  const answers = [];
  for (const worker of [...workers, ...workers]) answers.push(await ask(worker, 'celery'));
  expect(workers.reduce((sum, { fake }) => sum + fake.drawn, 0)).toBe(1);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers.map(({ source }) => source)).toEqual(['miss', 'hit', 'hit', 'hit', 'hit', 'hit']);
  const tags = answers.map(({ kept: { entry } }) => `${entry.tag} ${entry.head.join()}`);
  expect(new Set(tags).size).toBe(1);
});

test('of many who ask at once, at whichever worker, one has it drawn', async () => {
  slow = sleep(30);
  const { workers } = openSite(3);
  const all = [...workers, ...workers, ...workers].map((worker) => ask(worker, 'celery'));
  expect(new Set((await Promise.all(all)).map(({ text }) => text)).size).toBe(1);
  expect(workers.reduce((sum, { fake }) => sum + fake.drawn, 0)).toBe(1);
});

test('what another worker gave is never older than the last change', async () => {
  const { asker, asked } = openPair();
  const first = await ask(asker, 'celery');
  addStar('celery');
  const second = await ask(asker, 'celery');
  expect(second.source).toBe('miss');
  expect(second.text).not.toBe(first.text);
  addStar('huey');
  expect(await ask(asker, 'celery')).toMatchObject({ source: 'hit', text: second.text });
  expect(asked.fake.drawn).toBe(2);
  // A change while it is drawn is seen by all who ask after it, wherever.
  slow = sleep(40);
  addStar('celery');
  const before = ask(asker, 'celery');
  await sleep(10);
  addStar('celery');
  const after = ask(asker, 'celery');
  expect((await after).text).not.toBe((await before).text);
  expect((await ask(asked, 'celery')).text).toBe((await after).text);
});

test('what a worker got grows old with the one who drew it', async () => {
  const { asker, asked } = openPair();
  await ask(asked, 'celery');
  await sleep(30);
  const { kept } = await ask(asker, 'celery');
  expect(asker.cache.ageOf(kept)).toBeGreaterThanOrEqual(29);
});

test('a worker that goes away leaves nobody waiting', async () => {
  const { asker, asked, endAsked } = openPair((message) => message.kind === 'wanted');
  const waiting = ask(asker, 'celery');
  await sleep(10);
  endAsked();
  expect((await waiting).source).toBe('miss');
  expect([asker.fake.drawn, asked.fake.drawn]).toEqual([1, 0]);
  // Its part is now for who is left.
  expect((await ask(asker, 'huey')).source).toBe('miss');
});

test('of one that does not answer nobody waits for long', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { asker } = openPair((message) => message.kind === 'given');
  const waiting = ask(asker, 'celery');
  await vi.advanceTimersByTimeAsync(9900);
  expect(asker.fake.drawn).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect((await waiting).source).toBe('miss');
});

test('what is not for all is drawn by the worker that was asked for it', async () => {
  isShared = false;
  const { asker } = openPair();
  expect((await ask(asker, 'celery')).source).toBe('miss');
  expect(asker.fake.drawn).toBe(1);
});

test('where too many wait at the worker that draws, the others are told so', async () => {
  slow = sleep(50);
  const { asker, asked } = openPair();
  const slugs = ['huey', 'django-rq', 'celery', 'dramatiq', 'django-q', 'wagtail', 'django-cms'];
  const waiting = slugs
    .filter((slug) => slug !== 'celery' && asked.peers.ownerOf(planOf(slug).key) === undefined)
    .map((slug) => ask(asked, slug).catch(() => undefined));
  expect(waiting.length).toBeGreaterThanOrEqual(3);
  await expect(ask(asker, 'celery')).rejects.toThrow(TooManyWaiting);
  await Promise.all(waiting);
});

test('each worker has its share, and what one leaves goes to all others', () => {
  const keys = Array.from({ length: 3000 }, (_, at) => `http://a.test /packages/p/${at}/`);
  const before = keys.map((key) => ownerOf(key, [1, 2, 3]));
  for (const id of [1, 2, 3]) {
    expect(before.filter((it) => it === id).length).toBeGreaterThan(900);
  }
  const after = keys.map((key) => ownerOf(key, [1, 3, 4]));
  const moved = before.filter((it, at) => it !== after[at] && it !== 2 && after[at] !== 4);
  expect(moved).toEqual([]);
  expect(ownerOf('a', [])).toBeUndefined();
});
