import type { ReactNode } from 'react';
import { Tick } from '@/components/lists/tick';
import { Age } from '@/components/text/age';
import { LifecycleNote } from '@/components/text/lifecycle-note';
import type { FoundGrid, FoundPackage } from '@/db/queries/search-results';
import type { Alternatives } from '@/lib/search/match';
import type { Clock } from '@/lib/time';
import { countOf, formatCount } from '@/lib/text/wording';
import { MarkedText } from './marked-text';

export type Result = { reason: string } & (
  { kind: 'package'; it: FoundPackage } | { kind: 'grid'; it: FoundGrid }
);

interface ResultsProps {
  results: Result[];
  /** The query's terms and their alternatives, to highlight. */
  groups: Alternatives[];
  /** Rank of the first result on this page among all results. */
  start: number;
  clock: Clock;
}

/** Packages and grids in one list, best match first, each with the reason for its rank. */
export function Results({ results, groups, start, clock }: ResultsProps) {
  return (
    <ol start={start} className="text-table">
      {results.map(({ kind, it, reason }) => (
        <li key={`${kind} ${it.slug}`} className="flex gap-2 border-b border-line py-2.5">
          <span className="w-8 shrink-0">
            {kind === 'package' && <Tick slug={it.slug} title={it.title} />}
          </span>
          <div className="min-w-0">
            <a
              href={kind === 'package' ? `/packages/p/${it.slug}/` : `/grids/g/${it.slug}/`}
              className="font-heading"
              dir="auto"
            >
              <MarkedText text={it.title} groups={groups} />
            </a>{' '}
            {kind === 'package' ? <PackageLine it={it} clock={clock} /> : <GridLine it={it} />}
            <p className="max-w-prose text-quiet" dir="auto">
              <MarkedText text={it.description} groups={groups} />
            </p>
            <details className="text-caption text-quiet">
              <summary className="inline-block py-0.5">Why it is here</summary>{' '}
              <span>It {reason}.</span>
            </details>
          </div>
        </li>
      ))}
    </ol>
  );
}

function GridLine({ it }: { it: FoundGrid }) {
  return (
    <Line>
      comparison of {countOf(it.packageCount, 'package')} by {countOf(it.featureCount, 'feature')}
    </Line>
  );
}

function PackageLine({ it, clock }: { it: FoundPackage; clock: Clock }) {
  return (
    <>
      <LifecycleNote it={it} clock={clock} />{' '}
      <Line>
        <bdi>{it.category}</bdi>
        {it.health !== null && ` · health ${it.health}`}
        {it.stars !== null && ` · ${formatCount(it.stars)} stars`}
        {it.lastReleaseNumber !== null && (
          <>
            {' · '}
            <bdi>{it.lastReleaseNumber}</bdi>
          </>
        )}
        {it.lastReleaseAt !== null && (
          <>
            {' '}
            <Age time={it.lastReleaseAt} precision={it.lastReleasePrecision} clock={clock} />
          </>
        )}
      </Line>
    </>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <span className="text-caption text-quiet">{children}</span>
);
