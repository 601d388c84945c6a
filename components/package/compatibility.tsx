import { SupportStrip } from '@/components/charts/support-strip';
import { DAY_ZONE, type Clock, type Micros } from '@/lib/time';
import { describeDay } from '@/lib/text/wording';
import type { Product } from '@/lib/package/cycles';

interface CompatibilityProps {
  /** The versions that the package's classifiers declare. */
  support: { product: Product; cycle: string }[];
  /** When the classifiers were read; null if never. */
  asOf: Micros | null;
  clock: Clock;
}

/** The Django and Python versions that a package declares. */
export function Compatibility({ support, asOf, clock }: CompatibilityProps) {
  if (asOf === null) return <p className="text-quiet">No compatibility data yet.</p>;
  const declared = (product: Product) =>
    support.filter((row) => row.product === product).map(({ cycle }) => cycle);
  return (
    <>
      <div className="flex flex-col gap-y-2">
        <SupportStrip product="django" declared={declared('django')} now={clock.now} />
        <SupportStrip product="python" declared={declared('python')} now={clock.now} />
      </div>
      <p className="mt-2 text-caption text-quiet">
        Filled: declared in its classifiers. Outlined: not declared; may still work. Grey: end of
        life. As of {describeDay(asOf, DAY_ZONE)}.
      </p>
    </>
  );
}
