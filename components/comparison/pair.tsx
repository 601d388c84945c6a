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
      <form
        action={path}
        className="no-print mb-3 grid grid-cols-[1fr_1fr_4.5rem] gap-2 text-table"
      >
        {packages.map(({ slug }, index) => (
          <PackageField key={slug} place={index} slug={slug} all={all} />
        ))}
        <StateFields query={query} without={['pin']} />
        <Button>Show</Button>
      </form>
      <ComparisonTable
        caption={`${joinNames(packages.map(({ title }) => title))} side by side`}
        packages={packages}
        groups={groups}
        clock={clock}
        hasEvidence={query.evidence}
      />
      <p className="no-print mt-3 text-table">
        <a
          href={comparisonLink(path, { ...query, whole: true })}
          className="inline-block py-1 underline"
        >
          Show all {countOf(all.length, 'package')} in one table
        </a>
      </p>
    </section>
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
