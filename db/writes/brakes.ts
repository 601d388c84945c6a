import type { HeldWrite } from '@/lib/edits/held';
import { HeldError } from '@/lib/edits/held-error';
import { addedLinks } from '@/lib/edits/links';
import { RefusedError } from '@/lib/edits/refused';
import { MOST_PLACES, repeatedText } from '@/lib/edits/repeated';
import { shortened } from '@/lib/text/shortened';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';
import { database } from '../client';
import { countOpenHeldEdits } from '../queries/held-edits';
import { listRevisionsBy } from '../queries/spam';
import { heldEdits } from '../schema';
import type { Recorded } from './change';

interface Attempt {
  accountId: string;
  comment: string;
  now: Micros;
  held?: HeldWrite;
}

/** Stops the transaction of an edit that adds a link. */
export class HeldLink extends Error {
  override name = 'HeldLink';
  readonly held: HeldWrite;
  readonly path: string;

  constructor(held: HeldWrite, path: string) {
    super('The edit waits for a moderator.');
    this.held = held;
    this.path = path;
  }
}

/**
 * Stops an edit by a new account that adds a link.
 *
 * @throws {HeldLink} if the write can be made later
 * @throws {RefusedError} if it can't
 */
export function expectNoLinks({ comment, held }: Attempt, recorded: readonly Recorded[]): void {
  const [link] = recorded.length === 0 ? [] : addedLinks(recorded, comment);
  if (link === undefined) return;
  if (held) throw new HeldLink(held, pathOf(recorded));
  throw new RefusedError(
    `New accounts can’t add links here (${shortened(link, 100)}). Remove it and try again.`,
  );
}

/** The page that an edit is about; of a record that it adds, the list that it would be in. */
function pathOf([first]: readonly Recorded[]): string {
  const base = first?.kind === 'grid' ? '/grids/' : '/packages/';
  const slug = first?.whole?.['slug'];
  if (typeof slug !== 'string') return base;
  return `${base}${first?.kind === 'grid' ? 'g' : 'p'}/${slug}/`;
}

/** More would only be more work for moderators. */
const MOST_HELD = 20;

/**
 * Stores an edit until a moderator has looked at it.
 *
 * @throws {HeldError} always: the edit has not been made
 * @throws {RefusedError} if too many edits of the account wait already
 */
export function holdEdit({ accountId, comment, now }: Attempt, { held, path }: HeldLink): never {
  if (countOpenHeldEdits(accountId) >= MOST_HELD) {
    throw new RefusedError(
      `${MOST_HELD} of your edits with links wait for a moderator already. Try again when they have been looked at.`,
    );
  }
  const row = { accountId, comment, createdAt: now, path, ...held };
  const { id } = database().insert(heldEdits).values(row).returning({ id: heldEdits.id }).get();
  throw new HeldError(id);
}

/**
 * Stops an edit by a new account that enters the same text in many places.
 *
 * @throws {RefusedError} if it does
 */
export function expectNoRepetition(
  { accountId, now }: Attempt,
  recorded: readonly Recorded[],
): void {
  if (recorded.length === 0) return;
  // The revisions of this edit are stored already, so they are among these.
  const text = repeatedText(listRevisionsBy(accountId, now - MICROS_PER_DAY));
  if (text === undefined) return;
  throw new RefusedError(
    `You have entered “${shortened(text, 60)}” in ${MOST_PLACES} places within a day, which looks like spam. Please write what is true of each.`,
  );
}
