import { Fragment } from 'react';

/** `Celery, Huey and Django Q`: a list of names from outside the site, each isolated for text direction and, if it fits, kept on one line. */
export function Names({ names }: { names: string[] }) {
  return names.map((name, index) => (
    <Fragment key={`${index} ${name}`}>
      {index > 0 && (index === names.length - 1 ? ' and ' : ' ')}
      <span className="inline-block max-w-full">
        <bdi>{name}</bdi>
        {index < names.length - 2 && ','}
      </span>
    </Fragment>
  ));
}
