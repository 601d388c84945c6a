import { CommandError } from '@/server/cli/command-error';
import type { Answer, Connection } from './connection';
import type { Page } from './pages';

const WARM_UPS = 10;
/** Rounds over all pages, so that other load on the machine affects all of them. */
const ROUNDS = 3;
const REQUESTS_PER_ROUND = 20;

/** After this time a page is requested less often, so that a run over slow pages ends too. */
const MOST_SECONDS = 55;
const MIN_REQUESTS = 3;

export interface Measurement {
  page: Page;
  /** Milliseconds of each counted request, ascending. */
  times: number[];
  /** Mean size of the body and of its transfer, in bytes. */
  plainBytes: number;
  wireBytes: number;
}

/** Requests every page sequentially: a warm-up round, then those that count. */
export async function measurePages(pages: Page[], connection: Connection): Promise<Measurement[]> {
  const deadline = performance.now() + MOST_SECONDS * 1000;
  for (const page of pages) await askOften(page, WARM_UPS, deadline, connection);

  const asked = pages.map((page) => ({ page, answers: new Array<Answer>() }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { page, answers } of asked) {
      answers.push(...(await askOften(page, REQUESTS_PER_ROUND, deadline, connection)));
    }
  }
  return asked.map(({ page, answers }) => ({
    page,
    times: answers.map(({ ms }) => ms).sort((a, b) => a - b),
    plainBytes: mean(answers.map((it) => it.plainBytes)),
    wireBytes: mean(answers.map((it) => it.wireBytes)),
  }));
}

async function askOften(page: Page, most: number, deadline: number, connection: Connection) {
  const answers = [];
  for (let asked = 0; asked < most; asked++) {
    if (asked >= MIN_REQUESTS && performance.now() > deadline) break;
    const path = page.paths[asked % page.paths.length] ?? '';
    const answer = await connection.ask(path);
    if (answer.status !== page.status) {
      throw new CommandError(
        `${path} answered ${answer.status}, and should answer ${page.status}.`,
      );
    }
    answers.push(answer);
  }
  return answers;
}

/** A percentile, such as 0.95. */
export function quantile(times: number[], share: number): number {
  return times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
