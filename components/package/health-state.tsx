import { describeHealth, healthTone } from '@/lib/scoring/health';

interface HealthStateProps {
  slug: string;
  health: number | null;
}

/** Health of a package in words and as a score, linked to how the score is computed. */
export function HealthState({ slug, health }: HealthStateProps) {
  return (
    <p className="mt-2">
      <a
        href={`/packages/p/${slug}/score/`}
        data-tone={healthTone(health)}
        className="inline-block py-0.5 font-heading underline data-[tone=bad]:text-bad data-[tone=caution]:text-caution data-[tone=good]:text-good"
      >
        {describeHealth(health)}
        {health !== null && `: ${health} of 100`}
      </a>
    </p>
  );
}
