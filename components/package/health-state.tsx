import { HealthMark } from '@/components/text/health-mark';
import { describeHealth } from '@/lib/scoring/health';

interface HealthStateProps {
  health: number | null;
  /** URL of the page that explains the score; omitted on that page. */
  href?: string;
}

/** Health of a package as a score and in words. */
export function HealthState({ health, href }: HealthStateProps) {
  const words = describeHealth(health);
  return (
    <p className="mt-2 flex items-center gap-2 font-heading">
      {health !== null && <HealthMark health={health} />}
      {href === undefined ? (
        words
      ) : (
        <a href={href} className="py-0.5 underline">
          {words}
        </a>
      )}
    </p>
  );
}
