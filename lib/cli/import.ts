import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrateDatabase } from '@/db/migrate';
import { applyImport } from '@/db/writes/import/apply';
import { openStaging, StagingBusy, type Staging } from '@/db/writes/staging';
import { settings } from '@/lib/settings';
import { MICROS_PER_DAY, now } from '@/lib/time';
import { createClient, RemoteError } from '@/lib/transfer/import/client';
import type { RecordKind } from '@/lib/transfer/import/problem';
import { gatherHost } from '@/lib/transfer/import/read-api';
import { gatherFiles } from '@/lib/transfer/import/read-files';
import { CommandError } from './command-error';
import { IMPORT_HELP, readImportOptions, type ImportOptions } from './import-options';
import { describeChange, describeOutcome } from './import-report';
import { showProgress } from './progress';

/** What was gathered longer ago than this is gathered anew. */
const FRESH = MICROS_PER_DAY;

/** Exit codes: what was taken is in order, but some was left out; nothing was taken. */
const SOME_LEFT_OUT = 2;

/** Reads a catalogue into the database, and gives the exit code. Throws CommandError with nothing written. */
export async function runImport(words: string[]): Promise<number> {
  const options = readImportOptions(words);
  if (options === undefined) {
    console.log(IMPORT_HELP);
    return 0;
  }
  if (options.isDry) expectDatabase();
  else migrateDatabase();
  const folder = options.isDry ? mkdtempSync(join(tmpdir(), 'packgrid-import-')) : undefined;
  try {
    return await importFrom(options, folder);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** A dry run makes nothing, a database neither. */
function expectDatabase(): void {
  const path = settings().DATABASE_PATH;
  if (existsSync(path)) return;
  throw new CommandError(`A dry run compares with a database, and there is none at ${path} yet.`);
}

async function importFrom(options: ImportOptions, folder: string | undefined): Promise<number> {
  const { source } = options;
  const sha256 = createHash('sha256').update(nameOfSource(source)).digest('hex');
  const beside = `${resolve(settings().DATABASE_PATH)}-import`;
  const staging = open(join(folder ?? beside, `${sha256.slice(0, 16)}.sqlite`));
  let isDone = false;
  try {
    prepareStaging(staging, options.isFresh);
    const whole = await gather(options, staging);
    const { isDry, prefer } = options;
    const prunes = options.isPruning ? prunable(whole, staging) : [];
    const onChange = isDry
      ? (change: Parameters<typeof describeChange>[0]) => {
          for (const line of describeChange(change)) console.log(line);
        }
      : () => undefined;
    const applied = applyImport(staging, { isDry, prefer, prunes, sha256, now: now(), onChange });
    isDone = true;
    const { lines, leftOut, isEmpty } = describeOutcome(applied, isDry);
    for (const line of lines) console.log(line);
    if (isEmpty) throw new CommandError(`Nothing that can be imported was found at ${source}.`);
    return leftOut > 0 ? SOME_LEFT_OUT : 0;
  } finally {
    // What was gathered is kept only for a run that goes on where this one stopped.
    if (isDone) staging.remove();
    else staging.close();
  }
}

function open(path: string): Staging {
  try {
    return openStaging(path);
  } catch (error) {
    if (error instanceof StagingBusy) throw new CommandError(error.message);
    throw error;
  }
}

const isAddress = (source: string) => /^https?:\/\//i.test(source);

const nameOfSource = (source: string) => (isAddress(source) ? source : resolve(source));

function prepareStaging(staging: Staging, isFresh: boolean): void {
  const begun = Number(staging.findState('begun') ?? 0);
  const isOld = now() - begun > FRESH;
  if (isFresh || isOld) {
    staging.clear();
    staging.saveState('begun', String(now()));
    return;
  }
  const sizes = { package: staging.count('package'), grid: staging.count('grid') };
  console.log(
    `Going on with an import that was interrupted: ${sizes.package} packages and ${sizes.grid} grids are there.`,
  );
}

/** The kinds of which the source gave all; without a whole list, what is absent says nothing. */
function prunable(whole: RecordKind[], staging: Staging): RecordKind[] {
  const isSound = staging.listProblems().every(({ isLeftOut }) => !isLeftOut);
  const order: RecordKind[] = ['grid', 'package', 'category'];
  const kinds = order.filter((kind) => isSound && whole.includes(kind));
  if (kinds.length < order.length) {
    const kept = order.filter((kind) => !kinds.includes(kind)).join(', ');
    console.log(
      `Nothing is pruned of these kinds, since the source did not give all of them in order: ${kept}`,
    );
  }
  return kinds;
}

async function gather(options: ImportOptions, staging: Staging): Promise<RecordKind[]> {
  const { source, manners } = options;
  const progress = showProgress();
  try {
    if (!isAddress(source)) {
      const path = resolve(source);
      if (!statSync(path, { throwIfNoEntry: false })) {
        throw new CommandError(`There is no file and no folder ${path}.`);
      }
      await gatherFiles(path, staging, { onProgress: progress.show });
      return [];
    }
    const address = new URL(source);
    const client = createClient(address, manners, { onRetry: progress.say });
    const { whole } = await gatherHost(address, { client, staging, onProgress: progress.show });
    return whole;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    const kept = staging.count('package') + staging.count('grid') + staging.count('category');
    throw new CommandError(
      `${error.message}.\nNothing was written. ${kept} records are kept for a day: the same command goes on from there.`,
    );
  } finally {
    progress.stop();
  }
}
