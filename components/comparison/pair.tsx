import { Button } from '@/components/layout/button';
import { ComparisonTable } from '@/components/tables/comparison-table';
import type { MetricGroup } from '@/lib/comparison/metric';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { comparisonLink, type ComparisonQuery } from '@/lib/comparison/query';
import { markup } from '@/lib/text/markup';
import type { Clock } from '@/lib/time';
import { countOf, joinNames } from '@/lib/text/wording';
import { StateFields } from './state-fields';

interface PairProps {
  path: string;
  packages: ComparedPackage[];
  groups: MetricGroup[];
  /** All packages that can be selected here. */
  all: ComparedPackage[];
  query: ComparisonQuery;
  clock: Clock;
}

/** Two packages side by side, for phones; comparison-symbols.css hides it on wider screens. */
export function Pair({ path, packages, groups, all, query, clock }: PairProps) {
  return (
    <section className="pair" aria-label="Two at a time">
      {all.length > packages.length && (
        <form
          action={path}
          className="no-print mb-3 grid grid-cols-[1fr_1fr_4.5rem] gap-2 text-table"
        >
          {packages.map(({ slug }, index) => (
            <PackageField key={slug} place={index} slug={slug} all={all} />
          ))}
          <StateFields query={query} without={['pin']} />
          <Button>Show</Button>
          {packages.map(({ slug, title }, index) => (
            <Steps
              key={slug}
              title={title}
              place={all.findIndex((it) => it.slug === slug)}
              all={all}
              other={packages[1 - index]?.slug}
              hrefOf={(other) => {
                const pin = packages.map((it, place) => (place === index ? other : it.slug));
                return comparisonLink(path, { ...query, pin });
              }}
            />
          ))}
        </form>
      )}
      <form action="/compare/">
        <ComparisonTable
          caption={`${joinNames(packages.map(({ title }) => title))} side by side`}
          packages={packages}
          groups={groups}
          clock={clock}
          hasEvidence={query.evidence}
          hasTicks
        />
        <p className="no-print mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-table">
          <Button>Compare selected</Button>
          {all.length > packages.length && (
            <a
              href={comparisonLink(path, { ...query, whole: true })}
              className="inline-block py-1 underline"
            >
              Show all {countOf(all.length, 'package')} in one table
            </a>
          )}
        </p>
      </form>
    </section>
  );
}

interface StepsProps {
  title: string;
  /** Place of the package among all. */
  place: number;
  all: ComparedPackage[];
  /** The package on the other side, which is skipped. */
  other: string | undefined;
  hrefOf: (slug: string) => string;
}

/** Which of all packages is shown on a side, with links to the previous and the next one. */
function Steps({ title, place, all, other, hrefOf }: StepsProps) {
  const isFree = ({ slug }: ComparedPackage) => slug !== other;
  const previous = all.slice(0, place).findLast(isFree);
  const next = all.slice(place + 1).find(isFree);
  const link = (sign: string, pkg: ComparedPackage | undefined) =>
    pkg && (
      <a
        href={hrefOf(pkg.slug)}
        aria-label={`Show ${pkg.title} instead of ${title}`}
        className="inline-flex size-7 items-center justify-center rounded-md border border-edge"
      >
        <span aria-hidden="true">{sign}</span>
      </a>
    );
  return (
    <span className="flex items-center gap-1.5 text-caption text-quiet">
      {link('‹', previous)}
      <span>
        {place + 1} of {all.length}
      </span>
      {link('›', next)}
    </span>
  );
}

interface PackageFieldProps {
  place: number;
  slug: string;
  all: ComparedPackage[];
}

const places = ['First package', 'Second package'];

function PackageField({ place, slug, all }: PackageFieldProps) {
  const options = all.map((pkg) => {
    // Without a `value` an option's value is its text, which keeps long lists small.
    const value = pkg.slug === pkg.title ? undefined : markup` value="${pkg.slug}"`;
    const selected = pkg.slug === slug ? markup` selected` : undefined;
    return markup`<option${value}${selected}>${pkg.title}</option>`;
  });
  return (
    <select
      name="pin"
      aria-label={places[place]}
      className="h-9 min-w-0 rounded-md border border-edge bg-raised px-2"
      dangerouslySetInnerHTML={{ __html: markup`${options}`.__html }}
    />
  );
}
