import { Sparkline } from '@/components/charts/sparkline';
import { Age, StaleSince } from '@/components/text/age';
import { Count } from '@/components/text/count';
import { Unknown } from '@/components/text/unknown';
import type { MetricValue } from '@/lib/comparison/metrics';
import type { Clock } from '@/lib/time';
import { formatCount } from '@/lib/wording';

interface MetricCellProps {
  value: MetricValue;
  clock: Clock;
}

/** The value of a metric in a table cell. */
export function MetricCell({ value, clock }: MetricCellProps) {
  if (value.value === null) return <Unknown />;
  switch (value.kind) {
    case 'count':
      return (
        <>
          <Count value={value.value} />
          <StaleSince time={value.asOf ?? null} clock={clock} />
        </>
      );
    case 'rank':
      return `#${formatCount(value.value)}`;
    case 'age':
      return (
        <>
          <Age time={value.value} clock={clock} />
          {value.note && (
            <span className="block font-mono text-caption text-quiet">{value.note}</span>
          )}
        </>
      );
    case 'words':
      return value.value;
    case 'list':
      return value.value.length > 0 ? value.value.join(', ') : 'none named';
    case 'weeks':
      return (
        <>
          <Sparkline counts={value.value} />
          <StaleSince time={value.asOf} clock={clock} />
        </>
      );
  }
}
