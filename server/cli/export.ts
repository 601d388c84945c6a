import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSnapshot } from '@/db/queries/metadata';
import { baseAddress } from '@/lib/api/base-address';
import { linksFrom } from '@/lib/api/links';
import { settings } from '@/lib/settings';
import { now } from '@/lib/time';
import { exportFormats } from '@/server/import-export/export/files';
import { historyLines } from '@/server/import-export/export/history';
import { manifestText } from '@/server/import-export/export/manifest';
import { writeExport, writeText } from '@/server/import-export/export/write';
import { countOf, formatCount } from '@/lib/text/wording';
import { CommandError } from './command-error';
import { upgradeDatabase } from './upgrade';

const HELP = `Usage: npm run cli -- export [--format ${exportFormats.join('|')}|all] [--to <folder>]
       npm run cli -- export history [--to <folder>]

Exports the catalogue to files, all from the same snapshot, with a manifest.json of their sizes and hashes.
  --format  files to write (default: ndjson). ndjson: API documents with all facts, one per line;
            catalogue.ndjson has the whole catalogue, as "import" reads it. csv: tables
  --to      output folder, created if missing (default: export/)

"export history" writes history.ndjson instead: all changes, one per line, which "import" doesn't read.`;

/** Exports the catalogue to files and returns the exit code. Throws CommandError. */
export function runExport(words: string[]): number {
  const { values, positionals } = readOptions(words);
  const { format, to, help } = values;
  if (help) {
    console.log(HELP);
    return 0;
  }
  if (positionals.length > 0) return exportHistory(positionals, resolve(to));
  const wanted = exportFormats.filter((it) => format === 'all' || it === format);
  if (wanted.length === 0) {
    // Scripts written for earlier releases ask for it.
    const instead = format === 'catalogue' ? ', which was replaced by ndjson' : '';
    throw new CommandError(`--format can't be "${format}"${instead}.\n\n${HELP}`);
  }

  upgradeDatabase();
  const folder = resolve(to);
  const { counts, files } = writeExport(folder, wanted, { ...siteSetting(), isPublic: false });
  writeText(join(folder, 'manifest.json'), [manifestText({ counts, files, written: now() })]);
  for (const { name, bytes } of files) console.log(`${name.padEnd(18)}${formatCount(bytes)} bytes`);
  const parts = [countOf(counts.packages, 'package'), countOf(counts.grids, 'grid')];
  console.log(`Wrote ${parts.join(' and ')} to ${folder}`);
  return 0;
}

/** Exports the history, so that it can be kept or studied elsewhere; an import doesn't read it. */
function exportHistory(words: string[], folder: string): number {
  if (words.join(' ') !== 'history') throw new CommandError(HELP);
  upgradeDatabase();
  mkdirSync(folder, { recursive: true });
  const { pieces } = readSnapshot(() => writeText(join(folder, 'history.ndjson'), historyLines()));
  console.log(`Wrote ${countOf(pieces, 'change')} to ${join(folder, 'history.ndjson')}`);
  return 0;
}

/** Base URL and time zone for documents that are not written for a request. */
export function siteSetting() {
  const site = settings();
  return { links: linksFrom(baseAddress(site, null), undefined), zone: site.SITE_TIME_ZONE };
}

function readOptions(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        format: { type: 'string', default: 'ndjson' },
        to: { type: 'string', default: 'export' },
        help: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}
