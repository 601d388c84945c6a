import type { ReactNode } from 'react';
import type { FacetChoice, FacetKey } from '@/lib/facets/facets';
import { choose } from '@/lib/facets/choice';
import type { FacetView } from '@/lib/facets/view';
import type { FacetValue } from '@/lib/facets/values';
import { markup } from '@/lib/text/markup';
import { formatCount } from '@/lib/text/wording';

interface FacetColumnProps {
  facets: FacetView[];
  choice: FacetChoice;
  /** URL of the list with other filters. */
  hrefOf: (choice: FacetChoice) => string;
  /** Whether there are more packages than were counted. */
  isPart: boolean;
}

/** Number of values shown at once, and in total when expanded, the most frequent first. */
const SHOWN = 6;
const MOST = 40;

/** The filters of a list: each value is a link with its number of packages. Collapsed if there is no room next to the list. */
export function FacetColumn({ facets, choice, hrefOf, isPart }: FacetColumnProps) {
  if (facets.length === 0) return null;
  const flags = facets.filter(({ isFlag }) => isFlag);
  const others = facets.filter(({ isFlag }) => !isFlag);
  const linkOf = (key: FacetKey) => (value: string) => hrefOf(choose(choice, key, value));
  return (
    <details className="facets no-print mb-4 text-table">
      <summary className="py-1">Filters</summary>
      {isPart && (
        <p className="mb-3 text-caption text-quiet">Counts cover only the best-known packages.</p>
      )}
      <div className="max-lg:columns-2xs max-lg:gap-8">
        {flags.length > 0 && (
          <FacetSection label="Show only">
            {flags.map(({ key, values }) => (
              <Values key={key} values={values} linkOf={linkOf(key)} />
            ))}
          </FacetSection>
        )}
        {others
          .filter(({ values }) => values.length > 0)
          .map(({ key, label, values }) => (
            <FacetSection key={key} label={label}>
              <Values values={values.slice(0, SHOWN)} linkOf={linkOf(key)} />
              {values.length > SHOWN && (
                <details>
                  <summary className="py-0.5 text-caption text-quiet">
                    {Math.min(values.length, MOST) - SHOWN} more
                    <span className="sr-only"> values of {label}</span>
                  </summary>
                  <Values values={values.slice(SHOWN, MOST)} linkOf={linkOf(key)} />
                </details>
              )}
            </FacetSection>
          ))}
      </div>
    </details>
  );
}

function FacetSection({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="mb-4 break-inside-avoid">
      <h2 className="text-caption text-quiet">{label}</h2>
      {children}
    </div>
  );
}

interface ValuesProps {
  values: FacetValue[];
  linkOf: (value: string) => string;
}

/** As markup, because a page has hundreds of them. */
function Values({ values, linkOf }: ValuesProps) {
  const items = values.map(
    ({ value, label, count }) =>
      markup`<li><a href="${linkOf(value)}" rel="nofollow" dir="auto">${label}</a> <small>${formatCount(count)}</small></li>`,
  );
  return <ul dangerouslySetInnerHTML={{ __html: markup`${items}`.__html }} />;
}
