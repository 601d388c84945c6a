import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { applyImport } from '@/db/writes/import/apply';
import { openStaging, StagingBusy, type Staging } from '@/db/writes/staging';
import { settings } from '@/lib/settings';
import { MICROS_PER_DAY, now } from '@/lib/time';
import { createClient, RemoteError } from '@/server/import-export/import/client';
import type { RecordKind } from '@/lib/import/problem';
import { gatherHost } from '@/server/import-export/import/read-api';
import { gatherFiles } from '@/server/import-export/import/read-files';
import { CommandError } from './command-error';
import { IMPORT_HELP, readImportOptions, type ImportOptions } from './import-options';
import { describeChange, describeOutcome } from './import-report';
import { showProgress } from './progress';
import { upgradeDatabase } from './upgrade';

/** Maximum age of an interrupted import that can be resumed, in microseconds. */
const FRESH = MICROS_PER_DAY;

/** Exit code of an import that succeeded but skipped some records. */
const SOME_SKIPPED = 2;

/** Imports a catalogue into the database and returns the exit code. If it throws CommandError, nothing was written. */
export async function runImport(words: string[]): Promise<number> {
  const options = readImportOptions(words);
  if (options === undefined) {
    console.log(IMPORT_HELP);
    return 0;
  }
  if (options.isDry) expectDatabase();
  else upgradeDatabase();
  const folder = options.isDry ? mkdtempSync(join(tmpdir(), 'packgrid-import-')) : undefined;
  try {
    return await importFrom(options, folder);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** A dry run writes nothing, so it does not create a database either. */
function expectDatabase(): void {
  const path = settings().DATABASE_PATH;
  if (existsSync(path)) return;
  throw new CommandError(
    `A dry run needs a database to compare with, and there is none at ${path} yet.`,
  );
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
    const applied = applyImport(staging, {
      ...{ isDry, prefer, prunes, sha256, onChange },
      // The history is public, so neither a path nor an address with a password belongs in it.
      source: isAddress(source) ? new URL(source).host : basename(source),
      now: now(),
    });
    isDone = true;
    const { lines, skipped, isEmpty } = describeOutcome(applied, isDry);
    for (const line of lines) console.log(line);
    if (isEmpty) throw new CommandError(`Nothing to import was found at ${source}.`);
    return skipped > 0 ? SOME_SKIPPED : 0;
  } finally {
    // Staged records are only kept for resuming an interrupted import.
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
    `Resuming an interrupted import: ${sizes.package} packages and ${sizes.grid} grids already fetched.`,
  );
}

/** The kinds that the source listed in full; in a partial list, a missing record means nothing. */
function prunable(whole: RecordKind[], staging: Staging): RecordKind[] {
  const isSound = staging.listProblems().every(({ isSkipped }) => !isSkipped);
  const order: RecordKind[] = ['grid', 'package', 'category'];
  const kinds = order.filter((kind) => isSound && whole.includes(kind));
  if (kinds.length < order.length) {
    const kept = order.filter((kind) => !kinds.includes(kind)).join(', ');
    console.log(`Not pruned, since the source's lists were incomplete: ${kept}`);
  }
  return kinds;
}

async function gather(options: ImportOptions, staging: Staging): Promise<RecordKind[]> {
  const { source, policy } = options;
  const progress = showProgress();
  try {
    if (!isAddress(source)) {
      const path = resolve(source);
      if (!statSync(path, { throwIfNoEntry: false })) {
        throw new CommandError(`No such file or folder: ${path}`);
      }
      await gatherFiles(path, staging, { onProgress: progress.show });
      return [];
    }
    const address = new URL(source);
    const client = createClient(address, policy, { onRetry: progress.say });
    const { whole } = await gatherHost(address, { client, staging, onProgress: progress.show });
    return whole;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    const staged = staging.count('package') + staging.count('grid') + staging.count('category');
    throw new CommandError(
      `${error.message}.\nNothing was written. ${staged} fetched records are kept for a day; run the same command again to resume.`,
    );
  } finally {
    progress.stop();
  }
}
