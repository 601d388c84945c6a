import type { Encoding } from './answer/encoding';
import type { Cache, Supplied } from './cache';
import type { FindPlan, CacheablePlan } from './cache/plan';
import type { Drawing } from '@/server/origin/drawing';
import { ownRequest, type RequestKey } from '@/server/origin/own-request';
import type { Peers } from './peers';
import { fetchedOf, givenOf } from './peers/given';
import type { IsThere } from './turns';

interface Supplying {
  cache: Cache;
  drawing: Drawing;
  peers: Peers;
  findPlan: FindPlan;
}

/** Gets a response that isn't in this worker's memory; `encoding` is the encoding needed. Rejects like `take` of Turns. */
export type Supply = (
  plan: CacheablePlan,
  encoding: Encoding,
  isThere: IsThere,
) => Promise<Supplied>;

/**
 * Has each response rendered by the worker that owns its key, which keeps it for all workers: so each is rendered only once, and all cores
 * render, whichever worker the clients are connected to.
 */
export function supplyWith({ cache, drawing, peers, findPlan }: Supplying): Supply {
  const draw = (plan: CacheablePlan, isThere: IsThere) =>
    cache.draw(plan.key, () => drawing.draw(askedOf(plan), plan.context), isThere);

  function fetch(owner: number, plan: CacheablePlan, encoding: Encoding, isThere: IsThere) {
    const ask = async () => {
      const given = await peers.ask(owner, { ...askedOf(plan), encoding });
      return given && fetchedOf(given);
    };
    return cache.fetch(plan.key, ask, isThere);
  }

  peers.serve(async ({ url, host, accept, encoding }) => {
    const plan = findPlan(ownRequest({ url, host, accept }));
    if (plan.kind !== 'cacheable') return undefined;
    const known = cache.findForOther(plan.key);
    const kept = known ?? (await draw(plan, () => true));
    if (!kept.entry.isShared) return undefined;
    const source = known ? 'hit' : 'miss';
    const given = await givenOf(kept, encoding, { source, age: cache.ageOf(kept) });
    cache.grow(plan.key, kept);
    return given;
  });

  return async (plan, encoding, isThere) => {
    const owner = peers.ownerOf(plan.key);
    const fetched = owner === undefined ? undefined : await fetch(owner, plan, encoding, isThere);
    return fetched ?? { kept: await draw(plan, isThere), source: 'miss' };
  };
}

function askedOf({ host, context: { url, accept } }: CacheablePlan): RequestKey {
  return { url, host, accept };
}
