import { Icon } from '@/components/layout/icon';
import type { Cell } from '@/lib/comparison/cell';
import type { PackageFeature } from '@/lib/comparison/package-features';
import { shortened } from '@/lib/text/shortened';
import { countOf } from '@/lib/text/wording';

interface FeaturesProps {
  features: PackageFeature[];
  grids: { slug: string; title: string }[];
}

/** Number of features shown; the grids have the rest. */
const SHOWN = 12;

/** Maximum characters of a value; the grids have the whole text. */
const MOST_CHARACTERS = 120;

/** What a package can do, by the cells of its grids. */
export function Features({ features, grids }: FeaturesProps) {
  const rest = features.length - SHOWN;
  return (
    <>
      <dl className="grid gap-x-10 border-t border-line text-table sm:grid-cols-2">
        {features.slice(0, SHOWN).map(({ title, values }) => (
          <div key={title} className="flex justify-between gap-4 border-b border-line py-1.5">
            <dt dir="auto">{title}</dt>
            <dd className="min-w-0 text-right">
              <Values values={values} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-caption text-quiet">
        {rest > 0 ? `${countOf(rest, 'more feature')} in ` : 'From '}
        {grids.map(({ slug, title }, index) => (
          <span key={slug}>
            {index > 0 && (index === grids.length - 1 ? ' and ' : ', ')}
            <a href={`/grids/g/${slug}/`} className="underline" dir="auto">
              {title}
            </a>
          </span>
        ))}
        .
      </p>
    </>
  );
}

/** One value, or one for each grid if they disagree. */
function Values({ values }: Pick<PackageFeature, 'values'>) {
  const [only, ...others] = values;
  if (only && others.length === 0) return <Value cell={only.cell} />;
  return values.map(({ cell, grid }, index) => (
    <span key={index} className="block">
      <Value cell={cell} />
      <small className="whitespace-normal">
        {' '}
        in <bdi>{grid.title}</bdi>
      </small>
    </span>
  ));
}

const marks = {
  yes: { icon: 'check', word: 'Yes', className: 'text-good' },
  no: { icon: 'cross', word: 'No', className: 'text-quiet' },
} as const;

function Value({ cell: { mark, strength, text } }: { cell: Cell }) {
  const words = text !== '' && (
    <bdi className="whitespace-pre-line">{shortened(text, MOST_CHARACTERS)}</bdi>
  );
  if (mark === undefined) return words;
  const { icon, word, className } = marks[mark];
  return (
    <>
      <span className={className}>
        {Array.from({ length: strength }, (_, index) => (
          <Icon key={index} name={icon} />
        ))}{' '}
        {word}
      </span>
      {words && ', '}
      {words}
    </>
  );
}
