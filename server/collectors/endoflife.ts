import { z } from 'zod';
import { compareVersions } from '@/lib/package/versions';
import { askJson, type Answer, type Asking } from './ask';
import type { CycleFacts } from './facts';

/** A day, or only whether it has come. */
const dayOrFlag = z.union([z.iso.date(), z.boolean()]);

const cycles = z
  .array(
    z.object({
      /** A number with a fraction would be ambiguous: 3.10 is 3.1. */
      cycle: z.union([z.string(), z.int()]).transform(String),
      releaseDate: z.iso.date(),
      eol: dayOrFlag,
      /** Some products give the day on which long-term support begins. */
      lts: dayOrFlag.nullish(),
    }),
  )
  .min(1);

/**
 * Reads the release cycles of a product, such as `django`, from endoflife.date, lowest version first. `base` is its address without a final
 * slash.
 *
 * @throws {HostError} `missing` if it doesn't know the product
 */
export async function readCycles(
  asking: Asking,
  base: string,
  product: string,
): Promise<Answer<CycleFacts[]>> {
  const url = `${base}/api/${encodeURIComponent(product)}.json`;
  const answer = await askJson(asking, url, { schema: cycles });
  if (answer.isUnchanged) return answer;
  const facts = answer.facts.map(factsOf);
  return { isUnchanged: false, facts: facts.toSorted((a, b) => compareVersions(a.cycle, b.cycle)) };
}

function factsOf({ cycle, releaseDate, eol, lts }: z.output<typeof cycles>[number]): CycleFacts {
  return {
    cycle,
    releasedAt: releaseDate,
    endOfLife: typeof eol === 'string' ? eol : null,
    ...(typeof eol === 'string' ? {} : { isEnded: eol }),
    isLts: lts !== undefined && lts !== null && lts !== false,
  };
}
