import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { baseAddress } from '@/lib/api/base-address';
import { linksFrom } from '@/lib/api/links';
import { settings } from '@/lib/settings';
import { now } from '@/lib/time';
import { exportFormats } from '@/server/import-export/export/files';
import { manifestText } from '@/server/import-export/export/manifest';
import { writeExport, writeText } from '@/server/import-export/export/write';
import { countOf, formatCount } from '@/lib/text/wording';
import { CommandError } from './command-error';
import { upgradeDatabase } from './upgrade';

const HELP = `Usage: npm run cli -- export [--format ${exportFormats.join('|')}|all] [--to <folder>]

Exports the catalogue to files, all from the same snapshot, with a manifest.json of their sizes and hashes.
  --format  files to write (default: ndjson). ndjson: API documents with all facts, one per line;
            catalogue.ndjson has the whole catalogue, as "import" reads it. csv: tables
  --to      output folder, created if missing (default: export/)`;

/** Exports the catalogue to files and returns the exit code. Throws CommandError. */
export function runExport(words: string[]): number {
  const { format, to, help } = readOptions(words);
  if (help) {
    console.log(HELP);
    return 0;
  }
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
    }).values;
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}
