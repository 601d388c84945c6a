import { z } from 'zod';
import { isBot } from '@/lib/package/accounts';
import type { Answer } from '@/server/collectors/ask';
import { HostError } from '@/server/collectors/host-error';
import { factsOf, readIfChanged } from '@/server/collectors/parts';
import { encodedSegments } from '@/server/collectors/repository-host';
import { askRest, type Github } from './connection';

const WEEKS = 52;

/** GitHub answers with status 204, so by an empty text, about an empty repository. */
const nothing = z.literal('').transform(() => null);

const participationSchema = z
  .object({ all: z.array(z.int().nonnegative()).length(WEEKS) })
  .transform(({ all }) => all)
  .or(nothing);

/**
 * Reads the commits in each of the last 52 weeks, oldest first; null if the repository is empty.
 *
 * @throws {HostError} `unavailable` with a time to ask again while GitHub counts them
 */
export async function readParticipation(
  github: Github,
  path: string,
): Promise<Answer<number[] | null>> {
  const base = `/repos/${encodedSegments(path).join('/')}`;
  return plain(await askRest(github, `${base}/stats/participation`, participationSchema));
}

const contributorSchema = z.object({ login: z.string().nullish(), type: z.string().nullish() });
const contributorsSchema = z.array(contributorSchema).or(nothing);

/**
 * Reads the account names of contributors without bots, most commits first, from as many pages of 100 as allowed. Only the first page is
 * requested conditionally: it changes with almost every commit. Null if the repository is empty, or so large that GitHub doesn't list them.
 *
 * @throws {HostError}
 */
export async function readContributors(
  github: Github,
  path: string,
  { mostPages = 1 }: { mostPages?: number } = {},
): Promise<Answer<string[] | null>> {
  const base = `/repos/${encodedSegments(path).join('/')}/contributors?per_page=100`;
  try {
    return await readIfChanged(
      github.asking,
      async (asking) => {
        const page = await askRest({ ...github, asking }, base, contributorsSchema);
        return page.isUnchanged ? page : { isUnchanged: false, facts: page };
      },
      async ({ facts: first, headers }, { asking }) => {
        if (first === null) return null;
        const rest = await readFurtherPages({ ...github, asking }, base, { headers, mostPages });
        return accountsOf([...first, ...rest]);
      },
    );
  } catch (error) {
    const isTooLarge = error instanceof HostError && /too large to list/i.test(error.message);
    if (isTooLarge) return { isUnchanged: false, facts: null };
    throw error;
  }
}

type Contributor = z.output<typeof contributorSchema>;

async function readFurtherPages(
  github: Github,
  base: string,
  { headers, mostPages }: { headers: Headers; mostPages: number },
): Promise<Contributor[]> {
  const all: Contributor[] = [];
  let newest = headers;
  for (let page = 2; page <= mostPages && hasNext(newest); page += 1) {
    const answer = await askRest(github, `${base}&page=${page}`, contributorsSchema);
    all.push(...(factsOf(answer) ?? []));
    newest = answer.headers;
  }
  return all;
}

const hasNext = (headers: Headers) => (headers.get('link') ?? '').includes('rel="next"');

function accountsOf(contributors: Contributor[]): string[] {
  return contributors
    .filter(({ type }) => type !== 'Bot')
    .flatMap(({ login }) => (login == null || isBot(login) ? [] : [login]));
}

function plain<Facts>(answer: Answer<Facts>): Answer<Facts> {
  return answer.isUnchanged ? { isUnchanged: true } : { isUnchanged: false, facts: answer.facts };
}
