import { Fragment } from 'react';
import { formatCount } from '@/lib/text/wording';

interface NamesProps {
  names: string[];
  /** Number of further ones that are not named. */
  rest?: number;
}

/**
 * `Celery, Huey and Django Q`, or `Celery, Huey and 3 more`: a list of names from outside the site, each isolated for text direction and,
 * if it fits, kept on one line.
 */
export function Names({ names, rest = 0 }: NamesProps) {
  const last = rest > 0 ? names.length : names.length - 1;
  return (
    <>
      {names.map((name, index) => (
        <Fragment key={`${index} ${name}`}>
          {index > 0 && (index === last ? ' and ' : ' ')}
          <span className="inline-block max-w-full">
            <bdi>{name}</bdi>
            {index < last - 1 && ','}
          </span>
        </Fragment>
      ))}
      {rest > 0 && names.length > 0 && ` and ${formatCount(rest)} more`}
    </>
  );
}
