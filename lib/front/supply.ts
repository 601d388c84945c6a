import type { Encoding } from './answer/encoding';
import type { Cache, Supplied } from './cache';
import type { FindPlan, SharedPlan } from './cache/plan';
import type { Drawing } from './draw/drawing';
import { ownRequest, type Asked } from './draw/own-request';
import type { Peers } from './peers';
import { fetchedOf, givenOf } from './peers/given';
import type { IsThere } from './turns';

interface Supplying {
  cache: Cache;
  drawing: Drawing;
  peers: Peers;
  findPlan: FindPlan;
}

/** Gets an answer that isn't in the memory of this worker; `encoding` is the form that is needed of it. Rejects as `take` of turns does. */
export type Supply = (plan: SharedPlan, encoding: Encoding, isThere: IsThere) => Promise<Supplied>;

/**
 * Has each answer drawn by the worker that its key falls to, which keeps it for all of them: so each is drawn once, and all processors draw,
 * whichever worker the clients are connected to.
 */
export function supplyWith({ cache, drawing, peers, findPlan }: Supplying): Supply {
  const draw = (plan: SharedPlan, isThere: IsThere) =>
    cache.draw(plan.key, () => drawing.draw(askedOf(plan), plan.question), isThere);

  function fetch(owner: number, plan: SharedPlan, encoding: Encoding, isThere: IsThere) {
    const ask = async () => {
      const given = await peers.ask(owner, { ...askedOf(plan), encoding });
      return given && fetchedOf(given);
    };
    return cache.fetch(plan.key, ask, isThere);
  }

  peers.serve(async ({ url, host, accept, encoding }) => {
    const plan = findPlan(ownRequest({ url, host, accept }));
    if (plan.kind !== 'shared') return undefined;
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

function askedOf({ host, question: { url, accept } }: SharedPlan): Asked {
  return { url, host, accept };
}
