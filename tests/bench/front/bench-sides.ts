import { ensureBuild } from '@/server/cli/build';
import { CommandError } from '@/server/cli/command-error';
import { generatedCatalogue } from '../databases';
import { parseOptions } from '../options';
import { pagesOf, type Page } from '../pages';
import { formatTable } from '../table';
import { measureSides, type Side } from './measure-sides';
import { medianRound } from './medians';
import { sideOptions } from './options';
import { areSame } from './same-answers';
import { withServers } from './servers';
import { measureTails } from './tail';
import { judge } from './verdicts';

/** The kinds of pages measured. */
const measured = [
  'package',
  'grid, typical',
  'grid, 100 × 40 filled',
  'category',
  'search',
  'API packages',
  'API package',
];

const columns = [
  { head: 'page', text: ({ page }: Side) => page.name },
  { head: 'server', text: ({ server }: Side) => server },
  figure('requests/s', (it) => it.perSecond.toFixed(0)),
  figure('p50 ms', (it) => it.p50.toFixed(2)),
  figure('p99 ms', (it) => it.p99.toFixed(2)),
  figure('server ms', (it) => it.processor.toFixed(3)),
  {
    head: 'KB wire',
    text: ({ wireBytes }: Side) => (wireBytes / 1024).toFixed(1),
    isNumber: true,
  },
  figure('MB', (it) => (it.bytes / 1024 ** 2).toFixed(0)),
  figure('generator', (it) => `${(it.generator * 100).toFixed(0)} %`),
];

function figure(head: string, text: (round: ReturnType<typeof medianRound>) => string) {
  return { head, text: (side: Side) => text(medianRound(side)), isNumber: true };
}

const introduction = `One process each, one under load at a time, in rounds over all of them; medians of the rounds. "hit" is the front
with its cache, "miss" the front that keeps nothing, "same SQL" bare node:http that runs the statements of the page and sends the rows
as JSON, "same bytes" bare node:http that sends the very bytes of the hit from memory. Node's options are the same for the first three.
"server ms" is the time of a core that the server takes for a request, "generator" the share of a core that the load generator takes: where
it nears 100 %, the generator is the limit.\n`;

/** Measures the server next to plain Next and two baselines, and returns whether the bounds are met. */
export async function benchSides(words: string[]): Promise<boolean> {
  const options = parseOptions(words, sideOptions);
  await ensureBuild();
  const catalogue = await generatedCatalogue();
  const pages = choose(pagesOf(catalogue), options.pages);
  const paths = pages.flatMap((page) => page.paths);

  return withServers(catalogue.databasePath, paths, async (servers) => {
    const isSame = await areSame(servers, paths);
    const sides = await measureSides(pages, servers, options);
    const tails = await measureTails(sides, servers, options);
    console.log(introduction);
    console.log(formatTable(columns, sides));
    return judge(sides, tails) && isSame;
  });
}

function choose(pages: Page[], words: string[]): Page[] {
  const chosen = pages.filter(
    ({ name }) =>
      measured.includes(name) && (words.length === 0 || words.some((it) => name.includes(it))),
  );
  if (chosen.length > 0) return chosen;
  throw new CommandError(`No page has such a name; there are ${measured.join('; ')}.`);
}
