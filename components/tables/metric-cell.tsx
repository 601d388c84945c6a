import { Sparkline } from '@/components/charts/sparkline';
import { Age, StaleSince } from '@/components/text/age';
import type { MetricValue } from '@/lib/comparison/metrics';
import type { Clock } from '@/lib/time';
import { formatCount } from '@/lib/wording';

interface MetricCellProps {
  value: MetricValue;
  clock: Clock;
}

/** What a cell says of a known value of a metric, and of when it is where that is long ago. */
export function MetricCell({ value, clock }: MetricCellProps) {
  return (
    <>
      <Figure value={value} clock={clock} />
      <StaleSince asOf={value.asOf} clock={clock} word={value.kind === 'age' ? 'read in' : 'in'} />
    </>
  );
}

function Figure({ value, clock }: MetricCellProps) {
  if (value.value === null) return null;
  switch (value.kind) {
    case 'count':
      return formatCount(value.value);
    case 'rank':
      return `#${formatCount(value.value)}`;
    case 'age':
      return (
        <>
          <Age time={value.value} precision={value.precision} clock={clock} />
          {value.note && <small className="font-mono">{` ${value.note}`}</small>}
        </>
      );
    case 'words':
      return value.value;
    case 'list':
      return value.value.length > 0 ? value.value.join(', ') : 'none named';
    case 'weeks':
      return <Sparkline counts={value.value} />;
  }
}
