import { bundleServer } from '@/server/bundle.mjs';
import { CommandError } from '@/server/cli/command-error';
import { benchPages } from './bench-pages';
import { benchSearch } from './bench-search';
import { benchFront } from './bench-front';

/** The benchmarks, by the word after `npm run bench --`. */
const benches: Record<string, (words: string[]) => Promise<boolean>> = {
  front: benchFront,
  pages: benchPages,
  search: benchSearch,
};

async function bench(name = 'pages', ...words: string[]): Promise<boolean> {
  const chosen = benches[name];
  if (chosen) return chosen(words);
  throw new CommandError(`Unknown benchmark ${name}, only ${Object.keys(benches).join(' and ')}.`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // process.exit stops the server too.
  process.once(signal, () => process.exit(1));
}

try {
  await bundleServer();
  process.exitCode = (await bench(...process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
