import { CommandError } from './command-error';
import { runDump } from './dump';
import { endWith } from './end-with';
import { runExport } from './export';
import { runImport } from './import';
import { runJudge } from './judge';
import { runReindex } from './reindex';

/** A command of `npm run cli --`. */
interface Command {
  name: string;
  /** Its one-line description in the usage text. */
  does: string;
  /** Returns the exit code. Throws CommandError if it can't continue. */
  run: (options: string[]) => number | Promise<number>;
}

const commands: Command[] = [
  {
    name: 'dump',
    does: 'update the files served at /dumps/ (a running site does so itself)',
    run: runDump,
  },
  {
    name: 'export',
    does: 'export the catalogue as API documents or CSV',
    run: runExport,
  },
  {
    name: 'import',
    does: 'import the catalogue of another host, or files',
    run: runImport,
  },
  {
    name: 'judge',
    does: 'recompute health and trend scores older than a day (a running site does so itself)',
    run: runJudge,
  },
  {
    name: 'reindex',
    does: 'rebuild the search index',
    run: runReindex,
  },
  {
    name: 'user',
    does: 'add or delete an account, or change its role or password',
    // Loaded only when needed: the library for accounts is large.
    run: async (options) => (await import('./user')).runUser(options),
  },
];

const usage = [
  'Usage: npm run cli -- <command>',
  ...commands.map(({ name, does }) => `  ${name.padEnd(10)}${does}`),
].join('\n');

await endWith(async () => {
  const [name, ...options] = process.argv.slice(2);
  const command = commands.find((it) => it.name === name);
  if (!command) throw new CommandError(usage);
  return command.run(options);
});
