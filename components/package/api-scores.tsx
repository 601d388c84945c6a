import { formatCount } from '@/lib/text/wording';

interface ApiScoresProps {
  slug: string;
  score: number;
  weight: number;
}

/** The two scores of djangopackages.org, kept in the API for existing clients; this site doesn't rank by them. */
export function ApiScores({ slug, score, weight }: ApiScoresProps) {
  return (
    <>
      <p className="max-w-prose">
        The{' '}
        <a href={`/api/v4/search/?q=${encodeURIComponent(slug)}`} className="underline">
          search API
        </a>{' '}
        has two more scores, calculated as on djangopackages.org. They count unknown figures as
        zero.
      </p>
      <dl className="mt-2 max-w-prose text-table [&_dd]:text-right [&_div]:flex [&_div]:justify-between [&_div]:gap-6 [&_div]:border-b [&_div]:border-line [&_div]:py-2 [&_small]:whitespace-normal">
        <div>
          <dt>
            Package score
            <small>
              Stars, minus 10% for every three months without a commit, minus 30% without Python 3.
            </small>
          </dt>
          <dd>{formatCount(score)}</dd>
        </div>
        <div>
          <dt>
            Search weight
            <small>
              20 points each for being active, a description, downloads, forks, users, stars, a
              commit in 90 days and a release in a year, scaled to 100.
            </small>
          </dt>
          <dd>{formatCount(weight)}</dd>
        </div>
      </dl>
    </>
  );
}
