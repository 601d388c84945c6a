import { parseArgs } from 'node:util';
import { z } from 'zod';
import { settings } from '@/lib/settings';
import type { RequestPolicy } from '@/server/import-export/import/client';
import type { Preference } from '@/lib/import/resolve';
import { CommandError } from './command-error';

export const IMPORT_HELP = `Usage: npm run cli -- import <url|folder|file> [options]

Imports the catalogue of a host with the API v4 of djangopackages.org, saved documents or pages of one, or files
written by "export" or /dumps/. Importing twice changes nothing; an interrupted import resumes when run again.

  --dry-run           show what would change, without writing anything
  --prefer <side>     local: keep newer local edits, and skip records whose slug or repository belongs to another
                      record here; remote: the source wins (default: local)
  --prune             remove records missing from the source, if its lists are complete
  --fresh             start over instead of resuming an interrupted import
  --concurrency <n>   parallel requests (default: 2)
  --rate <n>          requests per second (default: 4)
  --timeout <s>       seconds to wait for a response (default: 60)
  --retries <n>       retries of a failed request (default: 5)

Exit code: 0 everything imported, 2 some records skipped (see the report), 1 nothing written.`;

export interface ImportOptions {
  source: string;
  isDry: boolean;
  isPruning: boolean;
  isFresh: boolean;
  prefer: Preference;
  policy: RequestPolicy;
}

const number = (least: number, most: number) => z.coerce.number().min(least).max(most);

const schema = z.object({
  prefer: z.enum(['local', 'remote']),
  concurrency: number(1, 16).int(),
  rate: number(0.01, 1000),
  timeout: number(0.1, 3600),
  retries: number(0, 20).int(),
  'back-off': number(0.001, 60),
});

/** Parses the arguments of `import`. Returns undefined if help was requested. Throws CommandError. */
export function readImportOptions(words: string[]): ImportOptions | undefined {
  const { values, positionals } = parse(words);
  if (values.help) return undefined;
  const [source, ...others] = positionals;
  if (source === undefined || others.length > 0) throw new CommandError(IMPORT_HELP);
  if (/^https?:/i.test(source) && !URL.canParse(source)) {
    throw new CommandError(`${source} is not a valid URL.`);
  }
  const checked = schema.safeParse(values);
  if (!checked.success) {
    const faults = checked.error.issues.map(({ path, message }) => `--${path.join()}: ${message}`);
    throw new CommandError([...faults, '', IMPORT_HELP].join('\n'));
  }
  const { prefer, concurrency, rate, timeout, retries } = checked.data;
  return {
    source,
    prefer,
    isDry: values['dry-run'],
    isPruning: values.prune,
    isFresh: values.fresh,
    policy: {
      concurrency,
      rate,
      retries,
      timeout: timeout * 1000,
      backOff: checked.data['back-off'] * 1000,
      mostBytes: 128 * 1024 * 1024,
      userAgent: userAgent(settings().SITE_URL),
    },
  };
}

/** Identifies the importer, with a link to the site if it has a URL. */
function userAgent(site: string | undefined): string {
  return `Packgrid-Import/1${site === undefined ? '' : ` (+${site})`}`;
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        prefer: { type: 'string', default: 'local' },
        prune: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        concurrency: { type: 'string', default: '2' },
        rate: { type: 'string', default: '4' },
        timeout: { type: 'string', default: '60' },
        retries: { type: 'string', default: '5' },
        'back-off': { type: 'string', default: '0.5' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${reason}\n\n${IMPORT_HELP}`);
  }
}
