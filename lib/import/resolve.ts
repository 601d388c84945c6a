import { FIRST_OWN_ID } from './fields';
import { nameOf, type Problem, type RecordKind } from './problem';

/** What identifies a record, here and at the source. */
export interface Identity {
  id: number;
  slug: string;
  /** Packages only. */
  repoUrl: string | null;
  /** When it was last edited; for local records, 0 if never edited since creation. */
  modifiedAt: number;
}

export type Preference = 'local' | 'remote';

export interface Resolved {
  /** Source ids of the records to import, each with the id of the matching local record; undefined if the record is new. */
  taken: Map<number, number | undefined>;
  /** Returns the local id of a source record after the import, or that of the twin in whose favour it was skipped, else undefined. */
  localIdOf: (id: number) => number | undefined;
  problems: Problem[];
}

interface Twin {
  twin: Identity;
  by: string;
}

/**
 * Decides for each record of a source whether it is new, matches a local one, or can't be imported. Source ids are kept: a local record
 * with an id of our own (FIRST_OWN_ID or above) takes over the id of its twin at the source.
 */
export function resolve(
  kind: RecordKind,
  incoming: Identity[],
  local: Identity[],
  prefer: Preference,
): Resolved {
  const here = indexOf(local);
  const aliases = new Map<number, number>();
  const problems: Problem[] = [];
  let coming = dropRepeated(kind, incoming, problems);
  for (;;) {
    const taken = new Map<number, number | undefined>();
    const refused = new Set<number>();
    const claimed = new Set<number>();
    const twinsOf = twinFinder(coming, here, prefer);
    for (const it of coming) {
      const twins = twinsOf(it);
      const own = here.byId.get(it.id);
      const adopted = own ? undefined : adoptable(it, twins, claimed, prefer);
      if (twins.length === 0 || adopted) {
        taken.set(it.id, own?.id ?? adopted?.id);
        if (adopted) claimed.add(adopted.id);
        continue;
      }
      refused.add(it.id);
      const [first] = twins;
      if (first && new Set(twins.map(({ twin }) => twin.id)).size === 1) {
        aliases.set(it.id, first.twin.id);
      }
      problems.push(...twins.map((twin) => conflict(kind, it, twin)));
    }
    if (refused.size === 0) {
      const localIdOf = (id: number) => (taken.has(id) || here.byId.has(id) ? id : aliases.get(id));
      return { taken, problems, localIdOf };
    }
    // Start over: the local record of a refused one keeps its names, which another may have counted on becoming free.
    coming = coming.filter(({ id }) => !refused.has(id));
  }
}

function conflict(kind: RecordKind, it: Identity, { twin, by }: Twin): Problem {
  const why = `local ${nameOf(kind, twin.id, twin.slug)} has the same ${by}`;
  return { at: nameOf(kind, it.id, it.slug), why, isSkipped: true };
}

/** Returns the only local twin of a new record, if the new record may take over its place. */
function adoptable(
  it: Identity,
  twins: Twin[],
  claimed: Set<number>,
  prefer: Preference,
): Identity | undefined {
  const [first] = twins;
  if (!first) return undefined;
  const { twin } = first;
  const isOne = twins.every((other) => other.twin.id === twin.id);
  const isOurNumber = twin.id >= FIRST_OWN_ID && it.id < FIRST_OWN_ID;
  const isFree = !claimed.has(twin.id);
  return isOne && isFree && (isOurNumber || prefer === 'remote') ? twin : undefined;
}

type Index = ReturnType<typeof indexOf>;

/** Returns a function that finds local records that will keep the slug or repository of a different source record. */
function twinFinder(coming: Identity[], here: Index, prefer: Preference) {
  const becomes = new Map(coming.map((it) => [it.id, it]));
  /** Identity of a local record after the import; one that was edited here later keeps its own. */
  const inTheEnd = (it: Identity) => {
    const next = becomes.get(it.id);
    return !next || (prefer === 'local' && it.modifiedAt > next.modifiedAt) ? it : next;
  };
  return (it: Identity): Twin[] => {
    const named = here.bySlug.get(it.slug);
    const stored = it.repoUrl === null ? undefined : here.byRepository(it.repoUrl);
    const isNamed = named && named.id !== it.id && inTheEnd(named).slug === it.slug;
    const isStored =
      stored && stored.id !== it.id && isSameRepository(inTheEnd(stored).repoUrl, it.repoUrl);
    return [
      ...(isNamed ? [{ twin: named, by: `slug "${it.slug}"` }] : []),
      ...(isStored ? [{ twin: stored, by: `repository ${it.repoUrl ?? ''}` }] : []),
    ];
  };
}

const isSameRepository = (a: string | null, b: string | null) =>
  a?.toLowerCase() === b?.toLowerCase();

function indexOf(records: Identity[]) {
  const exact = new Map(records.map((it) => [it.repoUrl, it]));
  // Case-insensitive only for records with ids of our own: real sites have pairs of URLs that differ only in case.
  const ours = new Map(
    records
      .filter(({ id }) => id >= FIRST_OWN_ID)
      .map((it) => [it.repoUrl?.toLowerCase(), it] as const),
  );
  return {
    byId: new Map(records.map((it) => [it.id, it])),
    bySlug: new Map(records.map((it) => [it.slug, it])),
    byRepository: (url: string) => exact.get(url) ?? ours.get(url.toLowerCase()),
  };
}

/** Of source records with the same slug or repository, keeps the first. */
function dropRepeated(kind: RecordKind, incoming: Identity[], problems: Problem[]): Identity[] {
  const slugs = new Map<string, Identity>();
  const repositories = new Map<string, Identity>();
  return incoming.filter((it) => {
    const sameSlug = slugs.get(it.slug);
    const other = sameSlug ?? repositories.get(it.repoUrl ?? '');
    if (other) {
      const by = sameSlug ? 'slug' : 'repository';
      const why = `${nameOf(kind, other.id, other.slug)} in the source has the same ${by}`;
      problems.push({ at: nameOf(kind, it.id, it.slug), why, isSkipped: true });
      return false;
    }
    slugs.set(it.slug, it);
    if (it.repoUrl !== null) repositories.set(it.repoUrl, it);
    return true;
  });
}
