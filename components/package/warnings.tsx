import { Notice } from '@/components/layout/notice';
import type { PackageDetail } from '@/db/queries/packages';
import { compareLink } from '@/lib/comparison/selection';
import { webAddress } from '@/lib/text/links';
import type { HealthInput } from '@/lib/scoring/health';
import type { Clock } from '@/lib/time';
import { listWarnings } from '@/lib/package/warnings';

interface WarningsProps {
  detail: PackageDetail;
  facts: HealthInput;
  hasAlternatives: boolean;
  clock: Clock;
}

/** What users must know before choosing this package, each with what to do about it. */
export function Warnings({ detail, facts, hasAlternatives, clock }: WarningsProps) {
  const { deprecatedAt, archivedAt } = detail.package;
  const found = listWarnings({ ...facts, deprecatedAt, archivedAt }, clock);
  return (
    <>
      {found.map(({ key, tone, text, advice }, index) => (
        <Notice key={key} tone={tone}>
          <bdi>{text}</bdi>{' '}
          {key === 'deprecated' ? <Replacement detail={detail} advice={advice} /> : advice}
          {hasAlternatives && index === 0 && key !== 'deprecated' && (
            <>
              {' '}
              <a href="#alternatives" className="underline">
                See alternatives
              </a>
              .
            </>
          )}
        </Notice>
      ))}
    </>
  );
}

function Replacement({ detail, advice }: { detail: PackageDetail; advice: string }) {
  const { replacement } = detail;
  const elsewhere = webAddress(detail.package.replacementUrl);
  const href = replacement ? `/packages/p/${replacement.slug}/` : elsewhere;
  if (href === undefined) return advice;
  return (
    <>
      Replaced by{' '}
      <a href={href} className="underline" dir="auto">
        {replacement?.title ?? href}
      </a>
      .
      {replacement && (
        <>
          {' '}
          <a href={compareLink([detail.package.slug, replacement.slug])} className="underline">
            Compare with its replacement
          </a>
        </>
      )}
    </>
  );
}
