import { eq } from 'drizzle-orm';
import { mayDo, requirePermission, type Actor } from '@/lib/accounts/permissions';
import { exampleKey, type ExampleFields } from '@/lib/edits/example-fields';
import { MissingError } from '@/lib/edits/missing';
import { DecidedError, RefusedError } from '@/lib/edits/refused';
import { database } from '../client';
import { findExample, listExamplesOf, type ExampleRow } from '../queries/examples';
import { findPackageById } from '../queries/packages';
import { packageExamples } from '../schema';
import { edit, newId, type Edit } from './edit';

/** Whether the examples of an account are shown at once; null if they wait for a moderator. */
const activityFor = (actor: Actor) => (mayDo(actor, 'example.approveOwn') ? true : null);

/** Sites wait for approval themselves, so what a new account does to them needs no other review. */
const unreviewed = { isReviewed: false } as const;

/**
 * Adds a site that uses a package. Returns whether it is shown at once.
 *
 * @throws {MissingError} if there is no such package
 * @throws {RefusedError} if the package has this site already
 */
export function addExample(by: Edit, packageId: number, wanted: ExampleFields): boolean {
  return edit({ ...by, ...unreviewed }, (change, actor) => {
    const pkg = findPackageById(packageId);
    if (!pkg) throw new MissingError('This package no longer exists.');
    requirePermission(actor, 'example.add', pkg);
    expectNew(packageId, wanted.url);
    const isActive = activityFor(actor);
    const times = { createdAt: by.now, modifiedAt: by.now };
    change.record([{ kind: 'package', id: packageId }], () => {
      const id = newId(packageExamples);
      database()
        .insert(packageExamples)
        .values({ ...wanted, ...times, id, packageId, isActive, addedBy: actor.id })
        .run();
    });
    return isActive === true;
  });
}

/**
 * Saves a site. It waits for approval again, unless a moderator or a trusted account saves it.
 *
 * @throws {MissingError} if there is no such site
 * @throws {PermissionError} if somebody else added it and the account is no moderator
 * @throws {RefusedError} if the package has this site already
 */
export function saveExample(by: Edit, id: number, wanted: ExampleFields): void {
  edit({ ...by, ...unreviewed }, (change, actor) => {
    const example = ownOrModerated(id, actor);
    expectNew(example.package.id, wanted.url, id);
    const isSame = wanted.url === example.url && wanted.title === example.title;
    if (isSame) return;
    change.record([{ kind: 'package', id: example.package.id }], () => {
      update(id, { ...wanted, isActive: activityFor(actor), modifiedAt: by.now });
    });
  });
}

/**
 * Removes a site.
 *
 * @throws {MissingError} if there is no such site
 * @throws {PermissionError} if somebody else added it and the account is no moderator
 */
export function removeExample(by: Edit, id: number): void {
  edit({ ...by, ...unreviewed }, (change, actor) => {
    const example = ownOrModerated(id, actor);
    change.record([{ kind: 'package', id: example.package.id }], () => {
      database().delete(packageExamples).where(eq(packageExamples.id, id)).run();
    });
  });
}

/**
 * Approves or declines a site that waits. A declined one stays, so that it isn't added again.
 *
 * @throws {MissingError} if there is no such site
 * @throws {DecidedError} if it has been decided already
 */
export function decideExample(by: Edit, id: number, isActive: boolean): void {
  edit(by, (change, actor) => {
    requirePermission(actor, 'change.review');
    const example = existing(id);
    if (example.isActive !== null) throw new DecidedError();
    change.record([{ kind: 'package', id: example.package.id }], () => {
      update(id, { isActive, modifiedAt: by.now });
    });
  });
}

const update = (id: number, columns: Partial<typeof packageExamples.$inferInsert>) =>
  database().update(packageExamples).set(columns).where(eq(packageExamples.id, id)).run();

function ownOrModerated(id: number, actor: Actor): ExampleRow {
  const example = existing(id);
  const isOwn = example.addedBy === actor.id;
  requirePermission(actor, isOwn ? 'example.add' : 'example.edit', example.package);
  return example;
}

function existing(id: number): ExampleRow {
  const found = findExample(id);
  if (!found) throw new MissingError('This site is no longer listed.');
  return found;
}

function expectNew(packageId: number, url: string, own?: number): void {
  const key = exampleKey(url);
  const other = listExamplesOf(packageId).find(
    (it) => it.id !== own && URL.canParse(it.url) && exampleKey(it.url) === key,
  );
  if (!other) return;
  throw new RefusedError(
    other.isActive === true
      ? `This site is listed already, as “${other.title}”.`
      : 'This site has been suggested already.',
  );
}
